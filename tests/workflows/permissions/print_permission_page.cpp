#include "workflows/permission_page.hpp"

#include <cstdio>

int main() {
  const std::string page = workflows::permission_page();
  return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 1;
}
