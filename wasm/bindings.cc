#include <cstdint>
#include <cstdlib>
#include <string>

#include "handoff/border.h"

/// The C ABI of `handoff-core`: UTF-8 JSON in, UTF-8 JSON out. The surface is listed in exports.txt
/// and checked. A result belongs to the module and is valid until the next call; the TypeScript
/// wrapper copies it at once.
namespace {

struct Slice {
  std::uint32_t data;
  std::uint32_t size;
};

const Slice* answer(std::string text) {
  static std::string kept;
  static Slice slice;
  kept = std::move(text);
  slice = {static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(kept.data())),
           static_cast<std::uint32_t>(kept.size())};
  return &slice;
}

std::string_view view(const char* data, std::uint32_t size) { return {data, size}; }

}  // namespace

extern "C" {

void* handoff_alloc(std::uint32_t size) { return std::malloc(size == 0 ? 1 : size); }

void handoff_free(void* pointer) { std::free(pointer); }

const Slice* handoff_detect(const char* input, std::uint32_t input_size, const char* settings,
                            std::uint32_t settings_size) {
  static handoff::DetectBorder border;
  return answer(border.detect(view(input, input_size), view(settings, settings_size)));
}

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
