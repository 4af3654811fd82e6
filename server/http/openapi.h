#pragma once

#include <string_view>

namespace handoff::http {

/// The OpenAPI 3.1 document, compiled in from openapi.json. A test holds it to the registered
/// routes.
std::string_view openapi_document();

}  // namespace handoff::http
