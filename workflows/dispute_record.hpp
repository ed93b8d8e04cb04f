#pragma once

#include <span>
#include <string_view>

namespace workflows {

/// One field of the dispute record of GB/T 31000-2015 (taxonomy C) and where it comes from, so that one intake fills
/// all three taxonomies.
struct RecordField {
  std::string_view zh;
  std::string_view from;  // "arrive.about": a field of a step; "case.kind": of the case; empty: not kept here
};

[[nodiscard]] std::span<const RecordField> dispute_record();

}  // namespace workflows
