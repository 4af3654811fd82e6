#pragma once

#include <functional>
#include <optional>
#include <string>

#include "service/site.h"
#include "service/visitor_mail.h"
#include "store/database.h"
#include "store/visitor_links.h"
#include "time/clock.h"

namespace handoff {

/// What whoever follows the link of a mail is told.
enum class LinkPage {
  kAskConfirm,  ///< is this your address?
  kAskStop,     ///< no more mails about this conversation?
  kConfirmed,   ///< the answer is on its way
  kListening,   ///< confirmed, and nothing waits: the next answer comes by mail
  kStopped,
  kRefused,  ///< no mail from this site any more, for good
  kUsed,
  kExpired,
  kUnknown,
};

struct LinkView {
  LinkPage page = LinkPage::kUnknown;
  std::string locale;
};

/// The links in mails to visitors. A token is worth what its mail says and nothing else; looking at
/// a link changes nothing, because programs that read mails do that. Thread-safe.
class VisitorMailLinks {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    VisitorMail& visitor_mail;
  };

  explicit VisitorMailLinks(Parts parts) : parts_(parts) {}

  LinkView look(const std::string& token) const;

  /// The address is the visitor's: what waits is mailed. Once for each question.
  Result<LinkView> confirm(const std::string& token);
  /// No more mails about the conversation of this mail. Of an answer's link only.
  Result<LinkView> stop(const std::string& token);
  /// No mail from this site to this mailbox any more, for good; also by a link that is used or
  /// expired.
  Result<LinkView> refuse(const std::string& token);

 private:
  struct Found {
    std::optional<store::VisitorLink> link;
    Conversation conversation = {};
    std::optional<store::VisitorMailRow> row = std::nullopt;
    std::string mailbox = {};
    bool refused = false;
  };
  Found find(Connection& connection, const std::string& token) const;
  LinkView view(const Found& found) const;
  LinkView view(const Found& found, LinkPage page) const;

  Parts parts_;
};

}  // namespace handoff
