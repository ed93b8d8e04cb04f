#include "workflows/fold.hpp"

#include "workflows/folds.hpp"

#include <array>

namespace workflows {
namespace {

using Fold = void (*)(Facts&, const Told&);

struct Line {
  Event event;
  Fold fold;
};

// Events that stand in no line leave no mark but their history entry: leave, suspend, resume, archive, schedule,
// progress, note, recount.
constexpr Line lines[] = {
    {Event::Arrive, folds::arrive},
    {Event::Receive, folds::receive},
    {Event::Sort, folds::sort},
    {Event::Enter, folds::enter},
    {Event::Plan, folds::plan},
    {Event::Accept, folds::accept},
    {Event::Session, folds::session},
    {Event::NoShow, folds::no_show},
    {Event::Extend, folds::extend},
    {Event::PeriodEnd, folds::period_end},
    {Event::Agree, folds::agree},
    {Event::Fail, folds::fail},
    {Event::Refuse, folds::refuse},
    {Event::Handle, folds::end_branch},
    {Event::Explain, folds::end_branch},
    {Event::Aid, folds::end_branch},
    {Event::Lawful, folds::end_branch},
    {Event::Route, folds::end_branch},
    {Event::Law, folds::law},
    {Event::Withdraw, folds::withdraw},
    {Event::Merge, folds::merge},
    {Event::Visit, folds::visit},
    {Event::Close, folds::close},
    {Event::Reopen, folds::reopen},
    {Event::Offer, folds::offer},
    {Event::Ack, folds::ack},
    {Event::Object, folds::object},
    {Event::Lapse, folds::ack},
    {Event::Designate, folds::designate},
    {Event::Consent, folds::consent},
    {Event::Mediator, folds::mediator},
    {Event::Invite, folds::invite},
    {Event::ReportTask, folds::report_task},
    {Event::Perform, folds::perform},
    {Event::Confirmation, folds::confirmation},
    {Event::Risk, folds::risk},
    {Event::Pause, folds::pause},
    {Event::Unpause, folds::unpause},
    {Event::Question, folds::question},
    {Event::Answer, folds::answer},
    {Event::Correct, folds::correct},
    {Event::Absorb, folds::absorb},
    {Event::Reply, folds::reply},
    {Event::Sample, folds::sample},
    {Event::Unmerge, folds::unmerge},
    {Event::Release, folds::release},
    {Event::Join, folds::join},
    {Event::Child, folds::child},
    {Event::Expire, folds::expire},
};

constexpr auto by_event = [] {
  std::array<Fold, event_count> table{};
  for (const Line& line : lines) table[static_cast<std::size_t>(line.event)] = line.fold;
  return table;
}();

}  // namespace

void fold(Facts& facts, const Told& told) {
  if (const Fold how = by_event[static_cast<std::size_t>(told.event)]) how(facts, told);
}

}  // namespace workflows
