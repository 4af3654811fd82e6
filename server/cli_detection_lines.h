#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "handoff/detection_json.h"

namespace handoff {

/// One line of the input of `handoff detect` (contract, section 2).
struct DetectionLine {
  std::size_t number = 0;        ///< in the input, from 1; blank lines count
  Json id = nullptr;             ///< null when there is none, or no object to have one
  Result<DetectionInput> input;  ///< or what is wrong with the line
};

/// Writes what `answer` says to each line of `in` that is not blank, with a line break. Flushes
/// whenever no more input is there yet, so that the program can be used as a co-process.
void answer_detection_lines(std::istream& in, std::ostream& out,
                            const std::function<std::string(const DetectionLine&)>& answer);

}  // namespace handoff
