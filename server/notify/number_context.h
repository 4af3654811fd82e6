#pragma once

#include <cstddef>

#include "notify/plain_letters.h"

/// What the words around a number say it is. English and Romanian. Pure.
namespace handoff {

enum class SaidToBe {
  kNothing,
  kPhone,   ///< "call me at", "telefon:"
  kOfOurs,  ///< "order no.", "factura", "version", `#`
  kAmount,  ///< a currency stands beside it
};

/// Of the number in the characters `[begin, end)`.
SaidToBe said_to_be(const PlainLetters& text, std::size_t begin, std::size_t end);

}  // namespace handoff
