#include "service/visitor_mail_address.h"

#include <algorithm>

#include "notify/email_address.h"
#include "service/secrets.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestPage = 500;

std::string in_small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// What stands behind a plus is the owner's own mark nearly everywhere; Gmail overlooks dots.
std::string mailbox_of(std::string local, const std::string& domain) {
  local = local.substr(0, std::max<std::size_t>(local.find('+'), 1));
  const bool gmail = domain == "gmail.com" || domain == "googlemail.com";
  if (gmail) local.erase(std::remove(local.begin(), local.end(), '.'), local.end());
  return local + "@" + (gmail ? "gmail.com" : domain);
}

}  // namespace

std::optional<VisitorAddress> visitor_address(const std::optional<Contact>& contact) {
  if (!contact || contact->email.empty() || contact->email.find('<') != std::string::npos)
    return std::nullopt;
  const auto parsed = parse_mailbox(contact->email);
  if (!parsed || parsed->domain.find('.') == std::string::npos) return std::nullopt;
  const std::string local = in_small_letters(parsed->local);
  return VisitorAddress{.mail = local + "@" + parsed->domain,
                        .domain = parsed->domain,
                        .mailbox = hash_token(mailbox_of(local, parsed->domain))};
}

std::string page_for_mail(const Page& page, const std::vector<std::string>& origins) {
  const std::string url = page.url.substr(0, page.url.find_first_of("?#"));
  const auto host = url.find("://");
  if (host == std::string::npos || url.size() > kLongestPage) return "";
  const std::string origin = url.substr(0, url.find('/', host + 3));
  const bool ours = std::find(origins.begin(), origins.end(), origin) != origins.end();
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return c > ' ' && c < 0x7F && std::string_view("<>\"\\").find(c) == std::string_view::npos;
  });
  return ours && plain ? url : "";
}

}  // namespace handoff
