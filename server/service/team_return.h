#pragma once

#include <functional>
#include <string>

#include "live/hub.h"
#include "service/conversations.h"

namespace handoff {

/// What happens when the team is back. The hours open, and nobody is there yet: whoever can be told
/// hears of the open promises. The first agent is on duty: programs hear of it, the team gets the
/// open promises unless it just had them, and visitors who were promised a callback and still have
/// the page open are offered a person at once. Whether the team is away is kept in the store: a
/// restart is no return. For one thread.
class TeamReturn {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    Conversations& conversations;
    const live::Hub& hub;
    std::function<void()> on_planned;  ///< something is to be delivered; must be quick
  };

  explicit TeamReturn(Parts parts) : parts_(std::move(parts)) {}

  /// `may_be_away`: false while agents may still be on their way back from a restart.
  void look(bool may_be_away);

 private:
  std::string present() const;
  void tell(const std::string& now_is, bool somebody_is_there);
  void offer_a_person();
  bool was_offered(const std::string& conversation_id) const;

  Parts parts_;
  std::string known_ = {};  ///< as stored
};

}  // namespace handoff
