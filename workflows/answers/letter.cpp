#include "workflows/answers/letter.hpp"

#include "engine/mark.hpp"
#include "workflows/words/moments.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::mark;

struct Sentence {
  std::string_view level;
  const char* message;  // {0} the limit, {1} the case, {2} the due instant
};
constexpr std::array sentences{
    Sentence{"amber", mark("Due soon: {0} of {1}, until {2}")},
    Sentence{"last_day", mark("Last day: {0} of {1}, until {2}")},
    Sentence{"red", mark("OVERDUE: {0} of {1}, was due {2}")},
    Sentence{"supervisor", mark("OVERDUE, told to the supervisor: {0} of {1}, was due {2}")},
    Sentence{"director", mark("OVERDUE, told to the director: {0} of {1}, was due {2}")},
};

/// One message of the outbox and the case it speaks of.
struct Subject {
  const engine::OutboxItem& item;
  const engine::CaseRecord* record;  // null: the message is about no case
  std::string limit{}, level{};      // of an alert: its subject is "LIMIT LEVEL"

  [[nodiscard]] bool overdue() const { return level == "red" || level == "supervisor" || level == "director"; }
};

const engine::Deadline* clock_of(const Subject& subject) {
  const engine::Deadline* found = nullptr;
  if (subject.record == nullptr) return found;
  for (const auto& clock : subject.record->deadlines)
    if (clock.name == subject.limit && (found == nullptr || clock.running() || !found->running())) found = &clock;
  return found;
}

Subject subject_of(const engine::OutboxItem& item, const engine::CaseRecord* record) {
  Subject subject{item, record};
  const auto space = item.subject.find(' ');
  if (space == std::string::npos) return subject;
  subject.limit = item.subject.substr(0, space);
  subject.level = item.subject.substr(space + 1);
  return subject;
}

std::string case_words(const Subject& subject) {
  if (subject.record == nullptr) return subject.item.case_id;
  return subject.record->number.empty() ? subject.record->id : subject.record->number;
}

std::string what_happened(const Language& language, const engine::World& world, const Subject& subject) {
  const auto* sentence = std::ranges::find(sentences, subject.level, &Sentence::level);
  const auto* clock = clock_of(subject);
  if (sentence == sentences.end() || clock == nullptr) {
    const auto said = language.translate(subject.item.subject);
    return subject.record == nullptr ? said : language.say(mark("{0} ({1})"), said, case_words(subject));
  }
  return language.say(sentence->message, deadline_word(language, subject.limit), case_words(subject),
                      at_words(clock->due, world.site_of(subject.record->centre).zone()));
}

std::string who_acts(const Language& language, std::string_view to) {
  constexpr std::string_view role = "role:";
  return to.starts_with(role) ? role_word(language, to.substr(role.size())) : std::string(to);
}

std::string where_and_who(const Language& language, const engine::World& world, const Subject& subject) {
  const auto* centre = subject.record == nullptr ? nullptr : world.centre(subject.record->centre);
  const auto who = who_acts(language, subject.item.to);
  if (centre == nullptr) return who.empty() ? std::string() : language.say(mark("To act: {0}"), who);
  if (who.empty()) return centre->name;
  return language.say(mark("{0}; to act: {1}"), centre->name, who);
}

std::vector<engine::CaseRecord> cases_of(engine::Reading& reading, const engine::Claimed& claimed) {
  std::vector<engine::CaseRecord> found;
  for (const auto& item : claimed.items)
    found.push_back(reading.find_case(item.case_id).value_or(engine::CaseRecord{}));
  return found;
}

std::vector<Subject> subjects_of(const engine::Claimed& claimed, const std::vector<engine::CaseRecord>& records) {
  std::vector<Subject> subjects;
  for (std::size_t n = 0; n < records.size(); ++n)
    subjects.push_back(subject_of(claimed.items[n], records[n].id.empty() ? nullptr : &records[n]));
  return subjects;
}

engine::Letter single(const Language& language, const engine::World& world, const Subject& subject) {
  return {{}, what_happened(language, world, subject), where_and_who(language, world, subject)};
}

engine::Letter digest(const Language& language, const engine::World& world, const std::vector<Subject>& subjects,
                      std::size_t most) {
  engine::Letter letter;
  const auto overdue = std::ranges::count_if(subjects, &Subject::overdue);
  letter.subject = language.say(mark("{0} notices, {1} of them overdue"), subjects.size(), overdue);
  std::vector<std::string> lines;  // what is overdue comes first, so that it is not what is cut
  for (const bool urgent : {true, false})
    for (const auto& subject : subjects)
      if (subject.overdue() == urgent)
        lines.push_back("- " + what_happened(language, world, subject) + " · " +
                        where_and_who(language, world, subject));
  letter.text = fitted(language, lines, most - letter.subject.size() - 1);
  return letter;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && continues(text[most])) --most;
  text.resize(most);
  return text;
}

}  // namespace

engine::Letter letter_of(engine::Reading& reading, const engine::World& world, const engine::Channel& channel,
                         const engine::Claimed& claimed) {
  const Language language(channel.language);
  const auto most = engine::text_most(channel.kind);
  const auto records = cases_of(reading, claimed);
  const auto subjects = subjects_of(claimed, records);
  auto letter =
      subjects.size() == 1 ? single(language, world, subjects.front()) : digest(language, world, subjects, most);
  letter.id = claimed.parcel.message;
  letter.subject = cut(std::move(letter.subject), most / 2);
  letter.text = cut(std::move(letter.text), most - letter.subject.size() - 1);
  return letter;
}

engine::Letter test_letter(const engine::Channel& channel, std::string_view id, std::string_view organisation) {
  const Language language(channel.language);
  return {std::string(id), language.say(mark("A test of the channel {0}"), channel.name),
          language.say(mark("Messages of {0} will come this way. Nothing needs to be done."), organisation)};
}

std::string fitted(const Language& language, const std::vector<std::string>& lines, std::size_t most) {
  std::string text;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const auto left = lines.size() - n;
    const auto more = left == 1 ? std::string() : language.say(mark("... and {0} more"), left - 1);
    const auto room = most - std::min(most, more.empty() ? 0 : more.size() + 1);
    const auto grown = text.size() + (n == 0 ? 0 : 1) + lines[n].size();
    if (grown > room && n > 0) return text + "\n" + language.say(mark("... and {0} more"), left);
    text += (n == 0 ? "" : "\n") + cut(lines[n], room);
  }
  return text;
}

}  // namespace workflows
