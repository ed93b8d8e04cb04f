#pragma once

#include <string>
#include <vector>

namespace architecture {

/// A file of the repository as it lies there; `path` is relative to the root, with forward slashes.
struct File {
  std::string path;
  std::string text;

  [[nodiscard]] std::string room() const { return path.substr(0, path.find('/')); }
  [[nodiscard]] bool under(const std::string& folder) const { return path.starts_with(folder + "/"); }
  /// What the file includes, in its own words, without quotes or brackets.
  [[nodiscard]] std::vector<std::string> includes() const;
};

/// Every text file of the repository but what is built, borrowed or hidden by git; read once.
const std::vector<File>& files();

/// The C++ sources and headers among them.
const std::vector<File>& sources();

/// `path`, and everything of ours that it includes, directly or not.
std::vector<File> reached_from(const File& file);

}  // namespace architecture
