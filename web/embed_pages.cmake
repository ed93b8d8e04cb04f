# cmake -DBUILT=DIR -DOUT=NAME -P: writes NAME.S, which holds the files named in DIR/assets.txt, and NAME.cpp, the table
# of them. Each file stands beside a zipped copy, FILE.gz.
file(STRINGS ${BUILT}/assets.txt lines)
set(assembly "    .section .rodata\n")
set(names "")
set(rows "")
set(n 0)
foreach(line IN LISTS lines)
  string(REPLACE "\t" ";" parts "${line}")
  list(GET parts 0 url)
  list(GET parts 1 path)
  string(REGEX REPLACE "^[^\t]*\t[^\t]*\t" "" type "${line}")
  file(SHA256 ${BUILT}/${path} hash)
  string(SUBSTRING ${hash} 0 16 hash)
  foreach(kind plain zipped)
    set(bytes ${BUILT}/${path})
    if(kind STREQUAL zipped)
      string(APPEND bytes .gz)
    endif()
    set(symbol page_${n}_${kind})
    string(APPEND assembly
      "    .global ${symbol}_begin, ${symbol}_end\n${symbol}_begin:\n    .incbin \"${bytes}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND names "extern const char ${symbol}_begin[], ${symbol}_end[]@\n")
  endforeach()
  string(APPEND rows "    {\"${url}\", \"${type}\", between(page_${n}_plain_begin, page_${n}_plain_end),\n"
                     "     between(page_${n}_zipped_begin, page_${n}_zipped_end), \"${hash}\"},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
string(REPLACE "@" ";" names "${names}")
file(WRITE ${OUT}.S "${assembly}")
file(WRITE ${OUT}.cpp "#include \"web/pages.hpp\"

extern \"C\" {
${names}}

namespace web {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::span<const Page> built_in_pages() {
  static const Page pages[] = {
${rows}  };
  return pages;
}

}  // namespace web
")
