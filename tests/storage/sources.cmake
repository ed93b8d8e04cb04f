target_sources(storage_tests PRIVATE
  tale.cpp
  scratch.cpp
  contract_cases_test.cpp
  contract_clocks_test.cpp
  contract_ground_test.cpp
)
