#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What both modules share: UTF-8 in, UTF-8 out. The caller writes what it asks into memory that
/// `handoff_alloc` gave it; an answer belongs to the module and is valid until the next call.
namespace handoff::wasm {

struct Slice {
  std::uint32_t data;
  std::uint32_t size;
};

/// Keeps the text, and says where it is.
const Slice* answer(std::string text);

inline std::string_view view(const char* data, std::uint32_t size) { return {data, size}; }

}  // namespace handoff::wasm
