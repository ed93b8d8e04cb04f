#pragma once

#include "workflows/facts.hpp"
#include "workflows/told.hpp"

/// One fold an event, by the part of the way it belongs to. `fold` (fold.hpp) chooses among them by a table.
namespace workflows::folds {

void arrive(Facts& facts, const Told& told);
void receive(Facts& facts, const Told& told);
void sort(Facts& facts, const Told& told);
void enter(Facts& facts, const Told& told);
void plan(Facts& facts, const Told& told);
void merge(Facts& facts, const Told& told);
void unmerge(Facts& facts, const Told& told);
void release(Facts& facts, const Told& told);
void absorb(Facts& facts, const Told& told);
void join(Facts& facts, const Told& told);
void child(Facts& facts, const Told& told);
void risk(Facts& facts, const Told& told);
void pause(Facts& facts, const Told& told);
void unpause(Facts& facts, const Told& told);
void correct(Facts& facts, const Told& told);

void consent(Facts& facts, const Told& told);
void refuse(Facts& facts, const Told& told);
void accept(Facts& facts, const Told& told);
void session(Facts& facts, const Told& told);
void no_show(Facts& facts, const Told& told);
void extend(Facts& facts, const Told& told);
void period_end(Facts& facts, const Told& told);
void mediator(Facts& facts, const Told& told);
void agree(Facts& facts, const Told& told);
void fail(Facts& facts, const Told& told);
void perform(Facts& facts, const Told& told);
void confirmation(Facts& facts, const Told& told);
void expire(Facts& facts, const Told& told);

void end_branch(Facts& facts, const Told& told);
void law(Facts& facts, const Told& told);
void withdraw(Facts& facts, const Told& told);
void visit(Facts& facts, const Told& told);
void reply(Facts& facts, const Told& told);
void sample(Facts& facts, const Told& told);
void close(Facts& facts, const Told& told);
void reopen(Facts& facts, const Told& told);

void offer(Facts& facts, const Told& told);
void ack(Facts& facts, const Told& told);
void object(Facts& facts, const Told& told);
void designate(Facts& facts, const Told& told);
void invite(Facts& facts, const Told& told);
void report_task(Facts& facts, const Told& told);
void question(Facts& facts, const Told& told);
void answer(Facts& facts, const Told& told);

/// The party of that name, added on `side` where it was not on record.
Party& party_named(Facts& facts, std::string_view name, Side side);
/// Nothing is left of an agreement that was written down for signing.
void drop_draft(Facts& facts);
/// A branch ends with an outcome; the case is resolved at this instant when it was the last.
void end(Facts& facts, Branch branch, Outcome outcome, Instant at);

}  // namespace workflows::folds
