#pragma once

#include "workflows/event.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace workflows {

/// Every name a field of a happening can have; what it holds is said event by event.
// clang-format off
enum class Field : std::uint8_t {
  About, Address, After, AidOffered, All, AllSigned, Amount, Answer, Answerer, Arrived, At, Attendance, Basis,
  Before, Body, Branches, By, Channel, CheckedBy, Claim, Cleared, Complete, Contact, Contacted, Content,
  CounterClaims, Court, Deadline, Disclosed, Document, Draft, Dropped, Due, DuplicateChecked, ESigned, Emergency, Excused,
  Expected, ExternalDue, ExternalNo, FiledBy, Form, From, Ground, Group, Guardian, HiddenRisk, How, Into, IntoNumber, Kind, LateReason,
  Level, Limit, List, Listened, Mandate, Manner, Means, MediationNumber, Mediator, MediatorSigned, Moved, NeedsGuardian,
  Next, NextAt, NoDocument, Number, Old, Organ, Owed, Pages, Papers, Parallel, Parties, Party, People, PerformBy,
  Performed, Place, PoliceAt, Proof, Proposed, Question, QuestionNo, Reason, ReceiptAt, ReceiptNo, ReceiptPerson,
  Received, Receiver, Ref, ReplacedBy, Representatives, Respondents, Responsible, Result, Retention, Review, RightsTold, Risk,
  RiskChecked, Routes, Safety, Scale, Sealed, Side, Signed, SignedOn, Skipped, Smiled, Standing, TaskNo, Text, To, ToldHow, TriedBest,
  Type, Unit, Until, Value, Visitor, Was, What, Why, Written,
};
// clang-format on

/// What a field holds. `Kind` and `Channel` are words of the taxonomy or of its alias tables; `Person` is a roster id;
/// `Moment` is an instant as RFC 3339 text; `Any` is written by the engine itself.
enum class FieldType : std::uint8_t { Text, Moment, Bool, Int, Choice, List, Person, Kind, Channel, Any };
/// `Desk`: added by the engine when the step is taken, never told.
enum class Need : std::uint8_t { Required, Optional, Desk };

/// One field of one event.
struct FieldSpec {
  Event event;
  Field field;
  std::string_view name;
  FieldType type;
  Need need;
  std::string_view
      choices;     // "made|attempted|unreachable" in the order of the enum they stand for; List may have some too
  const char* en;  // message id: what it is
  std::string_view zh;
  std::size_t max_length;  // in characters, for text and for each item of a list
};

inline constexpr std::size_t max_text = 20'000;

/// The fields one event takes, the required ones first; beside them every event takes the reason of being late.
[[nodiscard]] std::span<const FieldSpec> fields_of(Event event);

/// An event together with its fields: what the command line builds a command of.
struct EventSpec {
  Event event;
  std::string_view name;
  const char* en;
  std::string_view zh;
  bool system;
  std::span<const FieldSpec> fields;
};
[[nodiscard]] std::span<const EventSpec> event_specs();

/// The position of `word` in `choices`, or -1.
[[nodiscard]] int choice_index(std::string_view choices, std::string_view word);

}  // namespace workflows
