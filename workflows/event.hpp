#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace workflows {

/// What can happen to a case. The stored name is also the word of the command.
enum class Event : std::uint8_t {
  Arrive,
  Receive,
  Leave,
  Sort,
  Enter,
  Plan,
  Accept,
  Session,
  NoShow,
  Suspend,
  Resume,
  Extend,
  PeriodEnd,
  Agree,
  Fail,
  Refuse,
  Handle,
  Explain,
  Aid,
  Lawful,
  Route,
  Law,
  Withdraw,
  Merge,
  Unmerge,
  Visit,
  Close,
  Archive,
  Reopen,
  // custody
  Offer,
  Ack,
  Object,
  Lapse,
  Designate,
  // beside the path: they change facts, never the state
  Consent,
  Mediator,
  Schedule,
  Invite,
  ReportTask,
  Perform,
  Confirmation,
  Progress,
  Risk,
  Pause,
  Unpause,
  Question,
  Answer,
  Note,
  Correct,
  Reply,
  Sample,
  Join,
  Absorb,
  Release,
  Child,
  Expire,
  Recount,
};
inline constexpr std::size_t event_count = 57;

struct EventWords {
  Event event;
  std::string_view name;
  const char* en;  // message id: what it records, one sentence
  std::string_view zh;
  bool system;  // raised by the engine, never by a person
};

/// One line an event, in the order of the enum.
[[nodiscard]] std::span<const EventWords> events();
[[nodiscard]] const EventWords& words(Event event);
[[nodiscard]] std::string_view name(Event event);
/// Nothing if no event has that stored name.
[[nodiscard]] std::optional<Event> event_named(std::string_view name);

}  // namespace workflows
