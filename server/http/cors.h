#pragma once

#include "http/router.h"
#include "service/site.h"

namespace handoff::http {

/// Pages of other origins may use the widget's calls when `site.origins` names them exactly; never
/// with cookies. Answers preflight requests, and refuses a visitor's unsafe request from an origin
/// that is not allowed.
void add_cors(Router& router, const Sites& sites);

}  // namespace handoff::http
