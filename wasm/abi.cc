#include "abi.h"

#include <cstdlib>
#include <utility>

namespace handoff::wasm {

const Slice* answer(std::string text) {
  static std::string kept;
  static Slice slice;
  kept = std::move(text);
  slice = {static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(kept.data())),
           static_cast<std::uint32_t>(kept.size())};
  return &slice;
}

}  // namespace handoff::wasm

extern "C" {

/// Null when there is no more memory.
void* handoff_alloc(std::uint32_t size) { return std::malloc(size == 0 ? 1 : size); }

void handoff_free(void* pointer) { std::free(pointer); }

}  // extern "C"
