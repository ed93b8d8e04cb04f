#pragma once

#include <fstream>
#include <sstream>
#include <string>

/// The whole file as bytes; empty when it is not there.
inline std::string contents(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
