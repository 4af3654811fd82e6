#pragma once

#include <cstddef>
#include <string>

/// What one request may be, and how it is refused.
namespace handoff::http {

/// Bounds of a request's head. The first two are settings, the others are fixed by the contract.
struct HeadLimits {
  std::size_t header_bytes = 16384;  ///< all header lines with their line ends
  std::size_t header_lines = 64;
  std::size_t target_bytes = 8192;
  std::size_t path_bytes = 512;  ///< keeps whatever looks at paths cheap
};

/// Why a request is not served. The connection is closed after every refusal: what follows cannot
/// be trusted.
struct Refusal {
  int status = 400;
  std::string detail;
};

}  // namespace handoff::http
