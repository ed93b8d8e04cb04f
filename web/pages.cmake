# The pages are bundled from web/page by npm and linked into the program; their bytes are never committed.
option(MAOTIAO_PAGES "build the pages into the program (needs node and npm)" ON)
set(pages_source ${CMAKE_CURRENT_BINARY_DIR}/built_in_pages.cpp)
if(NOT MAOTIAO_PAGES)
  file(CONFIGURE OUTPUT ${pages_source} CONTENT
    "#include \"web/pages.hpp\"\n\nstd::span<const web::Page> web::built_in_pages() { return {}; }\n")
  target_sources(web PRIVATE ${pages_source})
  return()
endif()

find_program(NODE node)
find_program(NPM npm)
if(NOT NODE OR NOT NPM)
  message(FATAL_ERROR "node and npm build the pages: install the Debian packages nodejs and npm, "
                      "or configure with -DMAOTIAO_PAGES=OFF for a server without pages")
endif()

# npm installs into the build tree, so that a checkout stays as it was.
set(workshop ${CMAKE_CURRENT_BINARY_DIR}/page)
file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS page/src/*)
set(page_files ${CMAKE_CURRENT_SOURCE_DIR}/page/package.json ${CMAKE_CURRENT_SOURCE_DIR}/page/package-lock.json)
set(page_rest ${CMAKE_CURRENT_SOURCE_DIR}/page/build.mjs ${CMAKE_CURRENT_SOURCE_DIR}/page/tsconfig.json)
add_custom_command(OUTPUT ${workshop}/installed
  COMMAND ${CMAKE_COMMAND} -E make_directory ${workshop}
  COMMAND ${CMAKE_COMMAND} -E copy ${page_files} ${workshop}
  COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${workshop}/installed
  WORKING_DIRECTORY ${workshop} DEPENDS ${page_files} COMMENT "Installing what the pages are built with" VERBATIM)
add_custom_command(OUTPUT ${pages_source} ${CMAKE_CURRENT_BINARY_DIR}/built_in_pages.S
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${workshop}/src
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/page/src ${workshop}/src
  COMMAND ${CMAKE_COMMAND} -E copy ${page_rest} ${workshop}
  COMMAND ${NODE} build.mjs ${workshop}/built
  COMMAND ${CMAKE_COMMAND} -DBUILT=${workshop}/built -DOUT=${CMAKE_CURRENT_BINARY_DIR}/built_in_pages
          -P ${CMAKE_CURRENT_SOURCE_DIR}/embed_pages.cmake
  WORKING_DIRECTORY ${workshop} DEPENDS ${workshop}/installed ${page_sources} ${page_rest} embed_pages.cmake
  COMMENT "Bundling the pages" VERBATIM)
target_sources(web PRIVATE ${pages_source} ${CMAKE_CURRENT_BINARY_DIR}/built_in_pages.S)
