#pragma once

#include <string>
#include <string_view>

/// The building blocks of an e-mail's HTML: tables and inline styles, which is what mail clients
/// understand; classes only let dark ones take other colours. Everything given in is HTML already.
namespace handoff::email_html_parts {

/// Whom the conversation belongs to now, as a line: somebody waits, a promise binds, a promise is
/// broken, people are here.
enum class Voice { kWaiting, kPromise, kLate, kHuman };

struct Document {
  std::string_view language;
  std::string title;
  std::string preview;  ///< what an inbox shows beside the subject
  std::string rows;
};
std::string document(const Document& parts);

std::string brand(const std::string& site_name);
/// Who writes, where that is the site and not we.
std::string sender(const std::string& site_name);
std::string rule(Voice voice);
std::string headline(const std::string& text);

std::string fact(std::string_view label, const std::string& value);
/// `apart`: from what stands above.
std::string facts(const std::string& rows, bool apart);

/// What a stranger said, marked, with what we make of it below; each may be empty.
struct Quote {
  std::string text;
  std::string reason;
  std::string_view opening;
  std::string_view closing;
};
std::string quote(const Quote& parts);
std::string strong(const std::string& text, bool late);
std::string link(const std::string& address);

std::string button(std::string_view label, const std::string& address);
std::string link_line(std::string_view label, const std::string& address);
std::string message(std::string_view author, const std::string& text, bool by_ai);
std::string messages(std::string_view label, const std::string& all);
/// What people of the team wrote: on their line.
std::string answers(const std::string& all);
std::string paragraph(const std::string& text);
std::string footer(const std::string& text);

}  // namespace handoff::email_html_parts
