#include "workflows/words/composed_sentences.hpp"

#include "engine/mark.hpp"

namespace workflows {
namespace {
using engine::mark;

// clang-format off
constexpr const char* sentences[] = {
    mark("The file is not a database; check its name ({0})."),
    mark("The file is a database of another program; nothing was changed. Name another file with --db."),
    mark("The database was made by a newer program (it has the step {0}, unknown here); nothing was changed. Install the newer program."),
    mark("There is no database at {0}; make one with init, or name another with --db."),
    mark("The file {0} holds no database."),
    mark("The file {0} is empty; make a database with init."),
    mark("{0} is a folder; name a file with --db."),
    mark("The database is busy with another writer; nothing was written, try again ({0})."),
    mark("The database is busy with another writer; nothing was changed, try again."),
    mark("Another writer has held the database for more than {0} ms; nothing was written, try again."),
    mark("The disk is full; nothing was written, free some space and try again ({0})."),
    mark("The database can only be read here; check the rights of the file and its folder ({0})."),
    mark("The database file is damaged; run doctor, then restore the last good backup ({0})."),
    mark("The database cannot be opened; check its name, its folder and their rights ({0})."),
    mark("The disk reported an error; what was answered before is kept, check the disk ({0})."),
    mark("The database refuses to break its own record ({0})."),
    mark("This is stored already; nothing was written twice ({0})."),
    mark("The database refuses a row that contradicts another ({0})."),
    mark("A field is too big to be stored; shorten it ({0})."),
    mark("There is not enough memory for this; nothing was written ({0})."),
    mark("The database could not do this ({0})."),
    mark("The database {0} can only be read by this user; nothing was written. Check the rights of the file and its folder."),
    mark("What was last written to the database {0} is in a log that only somebody who may write can take in. Let such a person run maotiao verify, then try again."),
    mark("The database {0} is of an older program. Let somebody who may write it run maotiao verify once, then try again."),
    mark("Somebody wrote to the database {0} while it was read; try again."),
    mark("The lock file {0} cannot be used: {1}. Nothing was written; check the folder's rights and space."),
    mark("The database file was replaced or removed while it was open; nothing was written. Start again."),
    mark("The database {0} is damaged ({1}); nothing was changed."),
    mark("There is a file {0} already; name another."),
    mark("The copy was interrupted; nothing was left behind."),
    mark("The database {0} has {1} entries of history, the backup {2}; nothing was changed. Say force to put the backup in its place."),
    mark("A part of this change could not be stored, so none of it is."),
    mark("there is no centre '{0}'"),
    mark("the case was written by a newer program (facts {0}, this one reads up to {1}); update it"),
    mark("standard output could not be written: {0}"),
};
// clang-format on

}  // namespace

std::span<const char* const> composed_sentences() { return sentences; }

}  // namespace workflows
