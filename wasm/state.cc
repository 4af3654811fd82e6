#include "abi.h"
#include "handoff/border.h"

/// The C ABI of handoff-state.wasm. The surface is listed in state-exports.txt and checked.

using handoff::wasm::answer;
using handoff::wasm::Slice;
using handoff::wasm::view;

extern "C" {

const Slice* handoff_availability(const char* hours, std::uint32_t hours_size, const char* zone,
                                  std::uint32_t zone_size, const char* at, std::uint32_t at_size) {
  return answer(handoff::availability_border(view(hours, hours_size), view(zone, zone_size),
                                             view(at, at_size)));
}

const Slice* handoff_reduce(const char* conversation, std::uint32_t conversation_size,
                            const char* event, std::uint32_t event_size) {
  return answer(
      handoff::reduce_border(view(conversation, conversation_size), view(event, event_size)));
}

}  // extern "C"
