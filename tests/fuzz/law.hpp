#pragma once

#include "engine/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fuzz {

/// Ends the run with the sentence where the law does not hold; libFuzzer then keeps the input.
void law(bool holds, std::string_view sentence);

/// True if `work` was refused in the one way that foreign bytes may be: by an engine::Error. Anything else that is
/// thrown ends the run.
template <class Work>
bool refused(Work&& work) {
  try {
    work();
  } catch (const engine::Error&) {
    return true;
  }
  return false;
}

/// The bytes of one try.
inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace fuzz
