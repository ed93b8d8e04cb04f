# Where ccache is installed it is used; nothing asks for it.
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE} CACHE STRING "what runs the compiler")
endif()
