#include "workflows/proofs.hpp"

#include "workflows/dispute_table.hpp"

namespace workflows::proofs {

template struct Proven<dispute::Table>;

static_assert(somebody_always_holds(custody::rows), "custody is never empty");
static_assert(no_reject(custody::rows), "custody moves only by acknowledgement, lapse or designation");
static_assert(offers_have_limits(custody::rows), "an offer and an objection have limits of their own");
static_assert(every_row_asks(custody::rows, Event::Lapse, Guard::ByTheEngine), "only a passed limit lapses an offer");
static_assert(every_row_asks(custody::rows, Event::Offer, Guard::ObjectionsLeft), "the third offer is a designation");

}  // namespace workflows::proofs
