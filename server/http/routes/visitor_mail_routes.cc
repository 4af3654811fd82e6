#include "http/visitor_mail_api.h"
#include "service/secrets.h"
#include "service/visitor_mail_page.h"

/// What the links in mails to visitors lead to, and how a conversation's mails stand. The token is
/// part of the path and goes nowhere else: nothing here writes paths into logs.
namespace handoff::http {
namespace {

constexpr int kPerMinute = 60;

int status_of(LinkPage page) {
  if (page == LinkPage::kUnknown) return 404;
  return page == LinkPage::kUsed || page == LinkPage::kExpired ? 410 : 200;
}

Response page_response(const Call& call, const LinkView& view) {
  const std::string nonce = random_token("");
  Response response;
  response.content(
      status_of(view.page), "text/html; charset=utf-8",
      visitor_mail_page(view, call.services.sites.current()->settings.site.name, nonce));
  response.header("Content-Security-Policy",
                  "default-src 'none'; style-src 'nonce-" + nonce +
                      "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.header("X-Robots-Tag", "noindex, nofollow");
  response.header("Referrer-Policy", "no-referrer");
  response.header("Cache-Control", "no-store");
  response.header("Cross-Origin-Opener-Policy", "same-origin");
  return response;
}

Result<Done> slowly(Call& call) {
  return call.services.per_minute.take("mail-links/" + call.request.remote_addr, kPerMinute);
}

std::string token_of(const Call& call) { return std::string(call.request.param("token")); }

Result<Response> look(Call& call, VisitorMailLinks& links) {
  if (const auto allowed = slowly(call); !allowed) return allowed.error();
  return page_response(call, links.look(token_of(call)));
}

/// What a form of the page or a mail client's own button (RFC 8058, in either form encoding) asks.
Result<LinkView> act(const Call& call, VisitorMailLinks& links) {
  const std::string& body = call.request.body;
  if (body == "action=confirm") return links.confirm(token_of(call));
  if (body == "action=refuse") return links.refuse(token_of(call));
  if (body == "action=stop" || body.find("List-Unsubscribe") != std::string::npos)
    return links.stop(token_of(call));
  return links.look(token_of(call));
}

Result<Response> post(Call& call, VisitorMailLinks& links) {
  if (const auto allowed = slowly(call); !allowed) return allowed.error();
  const auto view = act(call, links);
  if (!view) return view.error();
  return page_response(call, *view);
}

Result<Response> state(Call& call, const VisitorMail& visitor_mail) {
  const auto conversation = call.services.conversations.find(call.id());
  if (!conversation) return conversation.error();
  return json_response(200, visitor_mail.state(*conversation));
}

}  // namespace

void add_visitor_mail_routes(Api& api, const VisitorMail& visitor_mail, VisitorMailLinks& links) {
  api.add(kAnybody, "GET", "/m/{token}", [&links](Call& call) { return look(call, links); });
  api.add(kAnybody, "POST", "/m/{token}", [&links](Call& call) { return post(call, links); });
  api.add(kAgent, "GET", "/v1/conversations/{id}/mail",
          [&visitor_mail](Call& call) { return state(call, visitor_mail); });
}

}  // namespace handoff::http
