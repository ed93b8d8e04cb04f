# Ledgers: rows of other programs as happenings; reports: figures of a period.
target_sources(workflows PRIVATE ledger.cpp ledger_row.cpp ledger_time.cpp ledger_words.cpp report.cpp)
