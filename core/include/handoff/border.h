#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handoff/detection.h"

/// JSON text in, JSON text out: what WebAssembly exports and what the shared fixtures are asserted
/// through, so that the native and the browser's answers are compared at the same place. A bad
/// input answers `{"error": "..."}`.
namespace handoff {

/// Keeps the detector of the settings it saw last, so that a page compiles its triggers once. Not
/// thread-safe.
class DetectBorder {
 public:
  /// `input`: a line of `handoff detect`. `settings`: a settings object, of which only `triggers`
  /// is read; empty or `null` means the defaults.
  std::string detect(std::string_view input, std::string_view settings);

 private:
  std::string settings_ = {};
  std::optional<Detector> detector_ = std::nullopt;
};

/// `hours`: the `availability` section of the settings. `zone`: a zone table. `at`: RFC 3339.
std::string availability_border(std::string_view hours, std::string_view zone, std::string_view at);

/// The conversation after the event; `null` begins one. Keys that the fold does not own
/// (`availability`, `summary`) are passed through.
std::string reduce_border(std::string_view conversation, std::string_view event);

}  // namespace handoff
