#pragma once

#include <array>
#include <string>

#include "store/connection.h"

/// How far the AI's confidence can be believed. As in conversations.h, the functions throw
/// SQLite::Exception.
namespace handoff::store {

/// Answers of the AI whose confidence lies in one tenth, and how many of them were followed by a
/// handoff before another answer.
struct ConfidenceBin {
  int answers = 0;
  int handed_over = 0;
};

/// Bins from [0, 0.1) to [0.9, 1], over the site's last 1,000 conversations.
std::array<ConfidenceBin, 10> calibration(Connection& connection, const std::string& site);

}  // namespace handoff::store
