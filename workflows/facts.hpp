#pragma once

#include "engine/instant.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace workflows {

using engine::Instant;

/// An instant that was never set is the epoch.
constexpr bool is_set(Instant at) { return at != Instant{}; }

/// The ways a plan can go; a plan may hold several at once, and the case is resolved when all of them ended.
enum class Branch : std::uint8_t { Mediate, Handle, Explain, Aid, Lawful, Route };
inline constexpr std::size_t branch_count = 6;
/// `Broken`: mediation was refused or stopped, but the parties have not been told the legal routes yet (art. 26).
enum class BranchStatus : std::uint8_t { None, Open, Broken, Ended };
/// How a branch, and so a claim, ended (domain 7.4).
enum class Outcome : std::uint8_t {
  None,
  Agreed,
  NotAgreed,
  Handled,
  Explained,
  Aided,
  Lawful,
  Routed,
  Withdrawn,
  WentToLaw,
  OutOfReach
};

enum class Consent : std::uint8_t { None, Given, Refused, Withdrawn };
enum class Side : std::uint8_t { Claimant, Respondent };
enum class Custody : std::uint8_t { None, Held, Offered, Disputed };
enum class TaskStatus : std::uint8_t { Open, Reported, Dropped };
enum class Form : std::uint8_t { None, Written, Oral };
enum class Performance : std::uint8_t { None, Due, Partial, Done, Breached, Urged };
enum class Confirmation : std::uint8_t { None, Open, Applied, Confirmed, Refused, Declined, Lapsed };
enum class Level : std::uint8_t { Blue, Yellow, Orange, Red };
enum class PauseGround : std::uint8_t { Papers, Later, Closure };
enum class VisitResult : std::uint8_t { Made, Attempted, Unreachable };
enum class ReplyKind : std::uint8_t { Notice, Opinion, Result, Longer };
enum class Means : std::uint8_t { Face, Phone, Video, Letter, Message };

struct Party {
  std::string name;
  Side side = Side::Claimant;
  Consent consent = Consent::None;
  int no_shows = 0;   // unexcused, since consent was last given
  Instant signed_at;  // signature, seal or fingerprint on the agreement
  bool needs_guardian = false;
  std::string guardian;  // guardian, interpreter or helper on record

  friend bool operator==(const Party&, const Party&) = default;
};

struct Offer {
  std::string to, by;
  Instant at;
  std::string reason;
  std::string unit, giver;  // of a case passed up: who stays with it, with a task, once it is taken over

  friend bool operator==(const Offer&, const Offer&) = default;
};

/// What a co-unit has to do in joint handling.
struct Task {
  std::string unit, person, what;
  TaskStatus status = TaskStatus::Open;

  friend bool operator==(const Task&, const Task&) = default;
};

/// A citizen's question: "I do not know" is never an answer (domain C7).
struct Question {
  std::string text, answerer;
  bool answered = false;

  friend bool operator==(const Question&, const Question&) = default;
};

/// One claim of a group: a case of its own, which the case of the group waits for.
struct Claim {
  std::string id, number;
  bool open = false;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// An attempt at a visit that reached nobody.
struct Attempt {
  Instant at;
  Means means = Means::Phone;

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

/// The three musts as the citizen answered them, and whether they are content. 0: not asked, 1: no, 2: yes.
struct Satisfaction {
  int smiled = 0, listened = 0, did_their_best = 0, content = 0;

  friend bool operator==(const Satisfaction&, const Satisfaction&) = default;
};

/// Everything a guard may ask about a case: a fold of its history. The members up to `emergency` are columns of the
/// record, the rest is stored as versioned JSON (facts_json.hpp).
struct Facts {
  std::string number, second_number, ref, holder, kind, channel, subject;
  bool emergency = false;

  bool notice_owed = false, opinion_owed = false, outside_owed = false;  // written answers that others wait for
  int relapses = 0;                                                      // the cycle is one more
  int successes_lost = 0;  // earlier agreements that no longer count as success
  bool duplicate_checked = false;
  bool claim_stated = false;
  std::string told_type;  // the type in the citizen's words, until it is sorted
  Level risk = Level::Blue;
  bool risk_cleared = false;  // a red risk was cleared: sessions may be held again
  bool parallel = false;      // the same matter is before a court, arbitration, the police or petitions
  std::vector<Party> parties;
  std::vector<std::string> representatives;  // of a group, chosen by it
  std::int64_t amount = 0;                   // yuan
  Instant arrived_at, received_at, planned_at, resolved_at, closed_at;
  int plans = 0;  // versions of the plan told
  std::string responsible;
  std::array<BranchStatus, branch_count> branches{};
  std::array<Outcome, branch_count> outcomes{};
  Custody custody = Custody::None;
  Offer offer;
  int objections = 0, handoffs = 0;
  std::vector<Task> tasks;
  std::vector<std::string> mediators;
  int sessions = 0;
  bool rights_told = false;
  bool period_extended = false;
  Instant period_ended_at;  // ran out with nothing agreed; the legal routes are not told yet (art. 26)
  Form form = Form::None;
  bool content_clear = false;
  Instant draft_perform_by;      // what a draft says that not everybody has signed yet
  bool draft_performed = false;  // the same
  Instant mediator_signed_at, sealed_at, effective_at;
  Performance performance = Performance::None;
  Confirmation confirmation = Confirmation::None;
  bool plan_paused = false, papers_asked = false;
  std::vector<Attempt> attempts;
  Instant visited_at;
  bool visit_impossible = false;                 // signed by a supervisor
  bool sampled = false, sample_visited = false;  // drawn for a visit by another than the mediators; made
  Satisfaction satisfaction;
  std::vector<Question> questions;
  std::string merged_into;
  std::string merged_from;              // the state it had then
  std::string group;                    // the case of the group that this claim belongs to
  std::vector<Claim> claims;            // of a group, in the order they joined
  std::vector<std::string> absorbed;    // numbers of the cases that joined this one
  Outcome ended_early = Outcome::None;  // withdrawn or gone to law before a plan was told

  [[nodiscard]] int cycle() const { return relapses + 1; }
  [[nodiscard]] BranchStatus branch(Branch which) const { return branches[static_cast<std::size_t>(which)]; }
  friend bool operator==(const Facts&, const Facts&) = default;
};

/// Branches that still want work: open ones and a broken mediation.
[[nodiscard]] int open_branches(const Facts& facts);
[[nodiscard]] const Party* find_party(const Facts& facts, std::string_view name);
[[nodiscard]] bool has_open_task(const Facts& facts);
/// Does the unit that passed the case up stay with it when `receiver` takes it over?
[[nodiscard]] bool giver_stays(const Facts& facts, std::string_view receiver);
[[nodiscard]] bool has_open_claim(const Facts& facts);

}  // namespace workflows
