#include "notify/email_html_parts.h"

namespace handoff::email_html_parts {
namespace {

constexpr std::string_view kFont =
    "font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif;";
constexpr std::string_view kTable =
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";
/// Words of strangers: in their own direction, and broken anywhere before they widen the page.
constexpr std::string_view kForeign = "overflow-wrap:anywhere;word-break:break-word";

/// Dark clients that read styles; the others invert the light colours themselves.
constexpr std::string_view kStyles =
    "<style>\n"
    ":root{color-scheme:light dark;supported-color-schemes:light dark}\n"
    "@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}"
    ".frame{padding:12px 8px!important}.label{width:84px!important}}\n"
    "@media (prefers-color-scheme:dark){"
    ".page{background:#101312!important}.card{background:#181c1a!important}"
    ".ink{color:#eceeea!important}.ink2{color:#bcc3bd!important}.ink3{color:#98a19b!important}"
    ".ai{color:#b3bcc2!important}.dots{border-color:#b3bcc2!important}"
    ".line{border-color:#2a302d!important}"
    ".mark{background:#5a430f!important;border-color:#d99a2b!important}"
    ".wait{color:#f3bd5a!important}.waitline{border-color:#d99a2b!important}"
    ".promiseline{border-color:#a6bef7!important}"
    ".late{color:#ff9d92!important}.lateline{border-color:#ff9d92!important}"
    ".humanline{border-color:#3fae81!important}"
    ".act{background:#5fcc9d!important}.onact{color:#05251a!important}}\n"
    "</style>\n";

std::string_view line_style(Voice voice) {
  switch (voice) {
    case Voice::kWaiting:
      return "border-top:3px dashed #b87400;";
    case Voice::kPromise:
      return "border-top:5px double #2c519e;";
    case Voice::kLate:
      return "border-top:5px double #aa2a1f;";
    case Voice::kHuman:
      break;
  }
  return "border-top:3px solid #0a6648;";
}

std::string_view line_class(Voice voice) {
  switch (voice) {
    case Voice::kWaiting:
      return "waitline";
    case Voice::kPromise:
      return "promiseline";
    case Voice::kLate:
      return "lateline";
    case Voice::kHuman:
      break;
  }
  return "humanline";
}

std::string text(std::initializer_list<std::string_view> pieces) {
  std::string out;
  for (const std::string_view piece : pieces) out += piece;
  return out;
}

/// `style` and `classes` are those of its only cell.
std::string row(std::string_view style, const std::string& content, std::string_view classes) {
  return text({"<tr><td class=\"", classes, "\" style=\"", style, "\">", content, "</td></tr>\n"});
}

}  // namespace

std::string document(const Document& parts) {
  return text(
      {"<!doctype html>\n<html lang=\"",
       parts.language,
       "\" dir=\"ltr\">\n<head>\n",
       "<meta charset=\"utf-8\">\n",
       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n",
       "<meta name=\"color-scheme\" content=\"light dark\">\n",
       "<meta name=\"supported-color-schemes\" content=\"light dark\">\n",
       "<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no\">\n<title>",
       parts.title,
       "</title>\n",
       kStyles,
       "</head>\n<body class=\"page\" style=\"margin:0;padding:0;background:#f5f3ee\">\n",
       "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">",
       parts.preview,
       "</div>\n",
       kTable,
       " class=\"page\" style=\"background:#f5f3ee;",
       kFont,
       "\"><tr><td class=\"frame\" align=\"center\" style=\"padding:28px 16px\">\n",
       "<!--[if mso]><table role=\"presentation\" width=\"560\"><tr><td><![endif]-->\n",
       kTable,
       " class=\"card\" style=\"max-width:560px;background:#ffffff;border-radius:14px;",
       "text-align:left\">\n",
       parts.rows,
       "</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n",
       "</body>\n</html>\n"});
}

std::string brand(const std::string& site_name) {
  return row("padding:20px 28px 14px;font-size:13px;line-height:20px;color:#5f6661",
             text({"<b class=\"ink\" style=\"color:#1a201d\">Handoff</b> &nbsp;", site_name}),
             "pad ink3");
}

std::string sender(const std::string& site_name) {
  return row("padding:20px 28px 14px;font-size:13px;line-height:20px;color:#1a201d",
             text({"<b dir=\"auto\">", site_name, "</b>"}), "pad ink");
}

std::string rule(Voice voice) {
  return row(text({line_style(voice), "font-size:0;line-height:0"}), "&nbsp;", line_class(voice));
}

std::string headline(const std::string& content) {
  return row("padding:22px 28px 12px",
             text({"<h1 class=\"ink\" style=\"margin:0;font-size:20px;line-height:28px;",
                   "font-weight:600;color:#1a201d\">", content, "</h1>"}),
             "pad");
}

std::string fact(std::string_view label, const std::string& value) {
  return text({"<tr><td class=\"label ink3\" width=\"104\" valign=\"top\" style=\"padding:4px 8px ",
               "4px 0;color:#5f6661\">", label,
               "</td><td class=\"ink\" valign=\"top\" style=\"padding:4px 0;color:#1a201d;",
               kForeign, "\">", value, "</td></tr>\n"});
}

std::string facts(const std::string& rows, bool apart) {
  return row(apart ? "padding:14px 28px;border-top:1px solid #e5e0d6" : "padding:4px 28px 14px",
             text({kTable, " style=\"font-size:15px;line-height:22px\">\n", rows, "</table>"}),
             "pad line");
}

std::string quote(const Quote& parts) {
  std::string out;
  if (!parts.text.empty()) {
    out = text({parts.opening,
                "<span class=\"mark\" dir=\"auto\" style=\"background:#ffe2a0;border-bottom:2px ",
                "solid #b87400\">", parts.text, "</span>", parts.closing});
  }
  if (parts.reason.empty()) return out;
  return text({out, out.empty() ? "" : "<br>",
               "<span class=\"wait\" style=\"font-size:13px;line-height:20px;font-weight:600;",
               "color:#7f4d00\">", parts.reason, "</span>"});
}

std::string strong(const std::string& content, bool late) {
  return late
             ? text({"<b class=\"late\" style=\"font-weight:600;color:#aa2a1f\">", content, "</b>"})
             : text({"<b style=\"font-weight:600\">", content, "</b>"});
}

std::string button(std::string_view label, const std::string& address) {
  return row("padding:6px 28px 8px",
             text({"<a class=\"act onact\" href=\"", address,
                   "\" style=\"display:inline-block;background:#0a6648;color:#ffffff;",
                   "text-decoration:none;font-size:15px;line-height:22px;font-weight:600;",
                   "padding:11px 20px;border-radius:10px\">", label, "</a>"}),
             "pad");
}

std::string link(const std::string& address) {
  return text({"<a class=\"ink\" href=\"", address, "\" style=\"color:#1a201d;", kForeign, "\">",
               address, "</a>"});
}

std::string link_line(std::string_view label, const std::string& address) {
  return row("padding:0 28px 18px;font-size:13px;line-height:26px;color:#5f6661",
             text({label, " ", link(address)}), "pad ink3");
}

std::string message(std::string_view author, const std::string& content, bool by_ai) {
  return text({"<div style=\"padding:0 0 10px\"><div class=\"", by_ai ? "ai" : "ink",
               "\" style=\"font-size:12px;line-height:16px;font-weight:600;color:",
               by_ai ? "#56606a" : "#1a201d", "\">", author,
               "</div><div class=\"ink\" dir=\"auto\" style=\"font-size:15px;line-height:22px;",
               "color:#1a201d;text-align:start;", kForeign, "\">", content, "</div></div>\n"});
}

std::string messages(std::string_view label, const std::string& all) {
  const std::string dots =
      text({kTable, "><tr><td class=\"dots\" style=\"border-left:3px dotted #56606a;",
            "padding:2px 0 0 14px\">\n", all, "</td></tr></table>"});
  return row("padding:16px 28px 14px;border-top:1px solid #e5e0d6",
             text({"<div class=\"ink2\" style=\"padding:0 0 12px;font-size:13px;line-height:20px;",
                   "font-weight:600;color:#474f4a\">", label, "</div>", dots}),
             "pad line");
}

std::string answers(const std::string& all) {
  const std::string line =
      text({kTable, "><tr><td class=\"humanline\" style=\"border-left:3px solid #0a6648;",
            "padding:2px 0 0 14px\">\n", all, "</td></tr></table>"});
  return row("padding:4px 28px 14px", line, "pad");
}

std::string paragraph(const std::string& content) {
  return row("padding:0 28px 14px;font-size:15px;line-height:22px;color:#1a201d", content,
             "pad ink");
}

std::string footer(const std::string& content) {
  return row(text({"padding:14px 28px 22px;border-top:1px solid #e5e0d6;font-size:12px;",
                   "line-height:18px;color:#5f6661"}),
             content, "pad line ink3");
}

}  // namespace handoff::email_html_parts
