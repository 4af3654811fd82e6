#pragma once

#include <string>
#include <string_view>

#include "handoff/detection.h"

/// JSON text in, JSON text out: what WebAssembly exports and what the shared fixtures are asserted
/// through, so that the native and the browser's answers are compared at the same place. A bad
/// input answers `{"error": "..."}`.
namespace handoff {

/// Keeps the detector of the settings it was given last, so that a page compiles its triggers once.
/// Begins with the default settings. Not thread-safe.
class DetectBorder {
 public:
  /// For all detection from now on. `text`: a settings object, of which only `triggers` is read;
  /// empty or `null` means the defaults. Answers nothing; settings with an error change nothing.
  std::string settings(std::string_view text);

  /// `line`: a line of `handoff detect`.
  std::string detect(std::string_view line) const;

  /// The same as the line `{"text": ...}` with this text, which must be UTF-8.
  std::string detect_text(std::string_view text);

 private:
  Detector detector_ = Detector(TriggerSettings{});
  DetectionInput message_ = {{{}}};  ///< kept for its memory
};

/// `hours`: the `availability` section of the settings. `zone`: a zone table. `at`: RFC 3339.
std::string availability_border(std::string_view hours, std::string_view zone, std::string_view at);

/// The conversation after the event; `null` begins one. Keys that the fold does not own
/// (`availability`, `summary`) are passed through.
std::string reduce_border(std::string_view conversation, std::string_view event);

}  // namespace handoff
