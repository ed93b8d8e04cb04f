#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace workflows {

/// Which mediation period the law gives a type: 30 days, labour 15 days, medical 30 working days (domain 1.3).
enum class Period : std::uint8_t { Ordinary, Labour, Medical };

/// One fine type of dispute: from it follow the statistical type of the justice department (A, 18 types), the two-level
/// code of the 综治 system (B), and what the law says about mediating it.
struct Kind {
  std::string_view code;  // stored word
  std::string_view zh;
  const char* en;        // message id
  std::string_view a;    // one of a_types()
  std::string_view b;    // e.g. "0101"
  bool mediable = true;  // false: administrative, litigation or discipline matter (B 13-15): statutory route only
  bool personal_status = false;  // 身份关系: no electronic signature, no judicial confirmation
  Period period = Period::Ordinary;
};

[[nodiscard]] std::span<const Kind> kinds();
/// The 18 statistical types of the justice department, in their order.
[[nodiscard]] std::span<const std::string_view> a_types();
/// By stored code, Chinese word, A type or alias; null where the word is not known for sure.
[[nodiscard]] const Kind* find_kind(std::string_view word);

}  // namespace workflows
