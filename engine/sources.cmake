target_sources(engine PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/case_fold.cpp
  ${CMAKE_CURRENT_LIST_DIR}/check.cpp
  ${CMAKE_CURRENT_LIST_DIR}/clock_text.cpp
  ${CMAKE_CURRENT_LIST_DIR}/counting.cpp
  ${CMAKE_CURRENT_LIST_DIR}/desk.cpp
  ${CMAKE_CURRENT_LIST_DIR}/digest.cpp
  ${CMAKE_CURRENT_LIST_DIR}/history.cpp
  ${CMAKE_CURRENT_LIST_DIR}/sweep.cpp
  ${CMAKE_CURRENT_LIST_DIR}/trip.cpp
  ${CMAKE_CURRENT_LIST_DIR}/schedule/lease_keeper.cpp
  ${CMAKE_CURRENT_LIST_DIR}/schedule/night_report.cpp
  ${CMAKE_CURRENT_LIST_DIR}/schedule/nightly.cpp
  ${CMAKE_CURRENT_LIST_DIR}/schedule/scheduler.cpp
  ${CMAKE_CURRENT_LIST_DIR}/uuid.cpp
  ${CMAKE_CURRENT_LIST_DIR}/verify.cpp
  ${CMAKE_CURRENT_LIST_DIR}/world.cpp
)
