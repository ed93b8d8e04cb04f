# Files that go in and out: import, export, report, verify, calendar, backup.
add_subdirectory(files)
target_sources(cli PRIVATE
  calendar_answer.cpp
  calendar_order.cpp
  calendar_show.cpp
  commands/backup.cpp
  commands/calendar.cpp
  commands/doctor.cpp
  commands/export.cpp
  commands/import.cpp
  commands/report.cpp
  commands/restore.cpp
  commands/verify.cpp
  import/history_answer.cpp
  import/history_file.cpp
  import/history_import.cpp
  import/history_line.cpp
  import/import_answer.cpp
  import/ledger_file.cpp
  import/ledger_import.cpp
  import/ledger_json.cpp
  interrupt.cpp
  report_text.cpp
)
target_link_libraries(cli PRIVATE cli_files)
