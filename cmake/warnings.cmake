# Linked by our own code only, so that a borrowed header never fails our build.
add_library(maotiao_warnings INTERFACE)
target_compile_options(maotiao_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Werror)
