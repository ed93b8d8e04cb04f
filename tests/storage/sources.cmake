target_sources(storage_tests PRIVATE
  tale.cpp
  scratch.cpp
  soundness.cpp
  fault_disk.cpp
  child.cpp
  contract_cases_test.cpp
  contract_clocks_test.cpp
  contract_ground_test.cpp
  guards_test.cpp
  opening_test.cpp
  group_commit_test.cpp
  backup_test.cpp
  fault_test.cpp
  crash_test.cpp
  racing_test.cpp
  model_test.cpp
)
