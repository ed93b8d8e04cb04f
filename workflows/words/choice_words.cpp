#include "workflows/words/choice_words.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <iterator>

namespace workflows {
namespace {
using engine::mark;

struct Line {
  std::string_view word;
  const char* message;
};

// clang-format off
constexpr Line table[] = {
    {"face",             mark("face to face")},
    {"phone",            mark("by telephone call")},
    {"video",            mark("by video")},
    {"letter",           mark("by letter sent")},
    {"message",          mark("by message")},
    {"calm",             mark("calm")},
    {"upset",            mark("upset")},
    {"angry",            mark("angry")},
    {"furious",          mark("furious")},
    {"safe",             mark("nobody in danger")},
    {"tense",            mark("tense")},
    {"danger",           mark("somebody in danger")},
    {"blue",             mark("blue")},
    {"yellow",           mark("yellow")},
    {"orange",           mark("orange")},
    {"red",              mark("red")},
    {"written",          mark("in writing")},
    {"oral",             mark("by word of mouth")},
    {"type",             mark("the type")},
    {"party",            mark("the party")},
    {"subject",          mark("the subject")},
    {"amount",           mark("the amount")},
    {"text",             mark("the text")},
    {"single",           mark("one person")},
    {"group",            mark("a group")},
    {"large_group",      mark("a large group")},
    {"short",            mark("short term")},
    {"long",             mark("long term")},
    {"permanent",        mark("for ever")},
    {"same",             mark("the same level")},
    {"escalate",         mark("up")},
    {"delegate",         mark("down")},
    {"resident",         mark("resident")},
    {"rotating",         mark("on roster days")},
    {"on_call",          mark("on call")},
    {"relief",           mark("relief")},
    {"legal_aid",        mark("legal aid")},
    {"judicial_relief",  mark("judicial relief")},
    {"refused",          mark("refused")},
    {"withdrawn",        mark("taken back")},
    {"stop",             mark("demands a stop")},
    {"stopped",          mark("stopped by a party")},
    {"no_contact",       mark("no contact")},
    {"too_far_apart",    mark("too far apart")},
    {"period_over",      mark("the period is over")},
    {"not_signed",       mark("not signed")},
    {"proved",           mark("proved")},
    {"partial",          mark("in part")},
    {"breached",         mark("breached")},
    {"urged",            mark("urged")},
    {"due",              mark("due now")},
    {"papers",           mark("papers asked for")},
    {"later",            mark("asked for later")},
    {"closure",          mark("closure by order")},
    {"none",             mark("not at all")},
    {"done",             mark("all of it")},
    {"not_due",          mark("not due yet")},
    {"mediate",          mark("mediation")},
    {"handle",           mark("by a department")},
    {"explain",          mark("explanation of the law")},
    {"aid",              mark("help")},
    {"lawful",           mark("dealing with it by law")},
    {"route",            mark("a statutory route")},
    {"made",             mark("made")},
    {"attempted",        mark("attempted")},
    {"unreachable",      mark("cannot be reached")},
    {"hard",             mark("hard case")},
    {"cross_village",    mark("across villages")},
    {"interest",         mark("conflict of interest")},
    {"stalled",          mark("no progress")},
    {"local",            mark("local matter")},
    {"absence",          mark("absence")},
    {"claimant",         mark("the claimant")},
    {"respondent",       mark("the respondent")},
    {"both",             mark("both sides")},
    {"chosen",           mark("chosen")},
    {"designated",       mark("designated")},
    {"objected",         mark("objected to")},
    {"disclosed",        mark("disclosed an interest")},
    {"appraisal",        mark("appraisal")},
    {"force_majeure",    mark("force majeure")},
    {"illness",          mark("illness")},
    {"criminal_lead",    mark("lead to a crime")},
    {"sham",             mark("suspected sham")},
    {"applied",          mark("applied for")},
    {"confirmed",        mark("confirmed")},
    {"declined",         mark("declined")},
    {"open",             mark("still open")},
    {"ended",            mark("ended")},
    {"notice",           mark("notice that it is taken up")},
    {"opinion",          mark("written opinion")},
    {"result",           mark("result")},
    {"longer",           mark("more time")},
    {"other",            mark("something else")},
};
// clang-format on

}  // namespace

std::string choice_word(const Language& language, std::string_view word) {
  const auto* found = std::ranges::find(table, word, &Line::word);
  return found == std::end(table) ? std::string(word) : language.translate(found->message);
}

}  // namespace workflows
