#pragma once

#include <nlohmann/json.hpp>

// Compiled once, in json.cpp: else every source that reads or writes JSON compiles all of it again.
extern template class nlohmann::basic_json<>;
