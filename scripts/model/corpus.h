#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "model.h"

/// Labelled sentences, as scripts/evaluate reads them too.
namespace handoff::training {

using HeadSet = std::uint8_t;  ///< a bit for each head

/// The labels of the columns `labels` and `scope`, in the order of `Head`.
inline constexpr std::array<const char*, kHeads> kHeadNames = {"human",     "neg",  "complaint",
                                                               "technical", "lead", "misund"};

inline HeadSet bit(Head head) { return static_cast<HeadSet>(1u << static_cast<unsigned>(head)); }

struct Row {
  std::string text;
  std::string language;
  HeadSet labels = 0;
  HeadSet scope = 0;  ///< the labels that somebody decided on
  std::string kind;
  std::string source;
  bool held_out = false;  ///< of the dev split
};

/// All rows of all *.tsv files of a folder, in the order of their names. Ends the program with a
/// message when there are none.
std::vector<Row> read_folder(const std::string& folder);

}  // namespace handoff::training
