# Ledgers: rows of other programs as happenings.
target_sources(workflows PRIVATE ledger.cpp ledger_row.cpp ledger_time.cpp ledger_words.cpp)
