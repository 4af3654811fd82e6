#pragma once

#include <string>
#include <string_view>

#include "service/visitor_mail_links.h"

namespace handoff {

/// The page behind a link of a mail: one HTML document that loads nothing, runs nothing and asks by
/// plain forms. Pure. `nonce`: of its styles, for the Content-Security-Policy.
std::string visitor_mail_page(const LinkView& view, const std::string& site_name,
                              std::string_view nonce);

}  // namespace handoff
