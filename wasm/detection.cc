#include "abi.h"
#include "handoff/border.h"

/// The C ABI of handoff-core.wasm. The surface is listed in detection-exports.txt and checked.

using handoff::wasm::answer;
using handoff::wasm::Slice;
using handoff::wasm::view;

namespace {

handoff::DetectBorder& border() {
  static handoff::DetectBorder one;
  return one;
}

}  // namespace

extern "C" {

/// For all calls from now on. Answers nothing, or `{"error": "..."}`: then the settings stay as
/// they were.
const Slice* handoff_settings(const char* settings, std::uint32_t size) {
  return answer(border().settings(view(settings, size)));
}

const Slice* handoff_detect(const char* line, std::uint32_t size) {
  return answer(border().detect(view(line, size)));
}

/// One visitor message as it is, without JSON.
const Slice* handoff_detect_text(const char* text, std::uint32_t size) {
  return answer(border().detect_text(view(text, size)));
}

}  // extern "C"
