#include "service/visitor_mail_page.h"

#include "notify/html_text.h"
#include "notify/visitor_words.h"
#include "service/visitor_mail_page_words.h"

namespace handoff {
namespace {

/// Colours and measures are those of our other pages.
constexpr std::string_view kStyles = R"(
:root { color-scheme: light dark; --paper: #f5f3ee; --surface: #fff; --ink: #1a201d; --ink-2: #474f4a;
  --edge: #8b867a; --human: #0a6648; --act: #0a6648; --act-hover: #07543b; --on-act: #fff; --focus: #1d5bbf; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #101312; --surface: #181c1a; --ink: #eceeea; --ink-2: #bcc3bd; --edge: #78827c;
    --human: #3fae81; --act: #5fcc9d; --act-hover: #7bdab2; --on-act: #05251a; --focus: #8ab6ff; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--paper);
  color: var(--ink); font: 15px/22px -apple-system, "Segoe UI", Roboto, Ubuntu, "Noto Sans", "Liberation Sans",
  system-ui, sans-serif; overflow-wrap: anywhere; }
main { width: 100%; max-width: 480px; background: var(--surface); border-radius: 14px; padding: 20px 24px 24px; }
.site { margin: 0; padding-bottom: 12px; border-bottom: 3px solid var(--human); font-size: 13px; line-height: 20px;
  font-weight: 600; }
h1 { margin: 20px 0 8px; font-size: 20px; line-height: 28px; font-weight: 650; }
p { margin: 0 0 12px; }
form { margin: 20px 0 0; }
.second { margin-top: 24px; color: var(--ink-2); font-size: 13px; line-height: 20px; }
.second p { margin: 0 0 8px; }
button { min-height: 44px; padding: 10px 18px; border-radius: 8px; font: inherit; font-weight: 600; cursor: pointer;
  text-align: start; }
.first button { border: 0; background: var(--act); color: var(--on-act); }
.first button:hover { background: var(--act-hover); }
.second button { border: 1px solid var(--edge); background: none; color: var(--ink); font-size: 13px; }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
@media (forced-colors: active) { .first button { border: 1px solid ButtonText; } }
)";

std::string form(std::string_view look, const std::string& before, std::string_view action,
                 std::string_view label) {
  return "<form method=\"post\" class=\"" + std::string(look) + "\">" + before +
         "<button name=\"action\" value=\"" + std::string(action) + "\">" + html_escaped(label) +
         "</button></form>\n";
}

std::string paragraph(const std::string& text) { return "<p>" + html_escaped(text) + "</p>"; }

/// What can be done here; the last one is there as long as we know whose mail it was.
std::string forms(LinkPage page, const LinkWords& words, const std::string& site_name) {
  const std::string never = form("second", paragraph(with_site(words.stranger, site_name)),
                                 "refuse", words.refuse_button);
  switch (page) {
    case LinkPage::kAskConfirm:
      return form("first", "", "confirm", words.confirm_button) + never;
    case LinkPage::kAskStop:
      return form("first", "", "stop", words.stop_button) + never;
    case LinkPage::kUnknown:
    case LinkPage::kRefused:
      return "";
    default:
      return never;
  }
}

}  // namespace

std::string visitor_mail_page(const LinkView& view, const std::string& site_name,
                              std::string_view nonce) {
  const LinkWords& words = link_words(view.locale);
  const LinkText& text = words.pages[static_cast<std::size_t>(view.page)];
  const std::string title = html_escaped(with_site(text.title, site_name));
  return "<!doctype html>\n<html lang=\"" + std::string(words.language) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"robots\" content=\"noindex\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
         title + "</title>\n<style nonce=\"" + std::string(nonce) + "\">" + std::string(kStyles) +
         "</style>\n</head>\n<body>\n<main>\n<p class=\"site\" dir=\"auto\">" +
         html_escaped(with_site("{site}", site_name)) + "</p>\n<h1>" + title + "</h1>\n" +
         paragraph(with_site(text.body, site_name)) + "\n" + forms(view.page, words, site_name) +
         "</main>\n</body>\n</html>\n";
}

}  // namespace handoff
