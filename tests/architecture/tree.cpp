#include "tests/architecture/tree.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

namespace architecture {
namespace {

namespace fs = std::filesystem;

const fs::path root = MAOTIAO_SOURCE_DIR;

bool skipped(const fs::path& folder) {
  static const std::set<std::string> names{"build", ".git", ".cache", ".vscode", "node_modules"};
  return names.contains(folder.filename().string());
}

std::string content(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool is_text(const std::string& text) { return text.find('\0') == std::string::npos; }

std::vector<File> read_tree() {
  std::vector<File> found;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && skipped(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_regular_file()) continue;
    if (auto text = content(entry->path()); is_text(text))
      found.push_back({entry->path().lexically_relative(root).generic_string(), std::move(text)});
  }
  std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return found;
}

bool is_cpp(const File& file) { return file.path.ends_with(".cpp") || file.path.ends_with(".hpp"); }

std::vector<File> read_sources() {
  std::vector<File> found;
  std::copy_if(files().begin(), files().end(), std::back_inserter(found), is_cpp);
  return found;
}

const std::map<std::string, const File*>& by_path() {
  static const auto index = [] {
    std::map<std::string, const File*> paths;
    for (const auto& file : sources()) paths.emplace(file.path, &file);
    return paths;
  }();
  return index;
}

void follow(const File& file, std::map<std::string, const File*>& seen) {
  if (!seen.emplace(file.path, &file).second) return;
  for (const auto& name : file.includes())
    if (const auto next = by_path().find(name); next != by_path().end()) follow(*next->second, seen);
}

std::string included(const std::string& line) {
  if (line.find_first_not_of(" \t") != line.find('#') || line.find("include") == std::string::npos) return {};
  const auto open = line.find_first_of("\"<");
  const auto close = line.find_first_of("\">", open + 1);
  return close == std::string::npos ? "" : line.substr(open + 1, close - open - 1);
}

}  // namespace

std::vector<std::string> File::includes() const {
  std::vector<std::string> names;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (const auto name = included(line); !name.empty()) names.push_back(name);
  return names;
}

const std::vector<File>& files() {
  static const auto found = read_tree();
  return found;
}

const std::vector<File>& sources() {
  static const auto found = read_sources();
  return found;
}

std::vector<File> reached_from(const File& file) {
  std::map<std::string, const File*> seen;
  follow(file, seen);
  std::vector<File> reached;
  for (const auto& [path, found] : seen) reached.push_back(*found);
  return reached;
}

}  // namespace architecture
