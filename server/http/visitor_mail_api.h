#pragma once

#include "http/api.h"
#include "service/visitor_mail.h"
#include "service/visitor_mail_links.h"

/// The routes about mails to visitors, which have their services to themselves.
namespace handoff::http {

void add_visitor_mail_routes(Api& api, const VisitorMail& visitor_mail, VisitorMailLinks& links);

}  // namespace handoff::http
