#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "handoff/json.h"
#include "service/channels.h"
#include "store/deliveries.h"

namespace handoff {

/// Notifications as the team sees them: browsers that want some, what was sent, a test of each
/// channel, and what WhatsApp reports. Thread-safe.
class NotificationDesk {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    Channels& channels;
    std::function<std::string()> own_address;
    std::function<void()> on_replay;  ///< something is due; must be quick
  };

  explicit NotificationDesk(Parts parts) : parts_(std::move(parts)) {}

  /// Nothing where push is not set up.
  std::optional<std::string> push_key() const;
  /// kConflict where push is not set up; kInvalid for what is no subscription.
  Result<Done> subscribe(const std::string& agent_id, const std::string& endpoint,
                         const std::string& p256dh, const std::string& auth);
  void unsubscribe(const std::string& agent_id, const std::string& endpoint);

  /// Tells everyone whom the channel reaches, now; push: the browsers of `agent_id`, of all where
  /// it is empty. `[{target, ok, said}]`. kConflict: the channel is not set up, or reaches nobody.
  Result<Json> test(Channel channel, const std::string& agent_id);

  /// The newest 200 in this state, recipients covered so far that they can be told apart.
  Json deliveries(const std::string& state) const;
  /// Sends a dead one again, under the same id. kNotFound; kConflict for one that is not dead.
  Result<Json> replay(const std::string& id);

  /// Meta's handshake; what to answer as plain text. kForbidden: not as agreed.
  Result<std::string> answer_whatsapp(const std::string& mode, const std::string& verify_token,
                                      const std::string& challenge) const;
  /// Meta's reports, as they came. kForbidden: not signed by Meta. What is signed and cannot be
  /// read is left out, and logged the first time: Meta repeats what is refused, and in the end
  /// calls no more.
  Result<Done> take_whatsapp_report(const std::string& body, std::string_view signature);

 private:
  std::string covered(const std::string& channel, const std::string& target) const;
  Json delivery_json(const store::Delivery& delivery) const;

  Parts parts_;
  std::atomic<bool> unreadable_{false};  ///< the last report
};

}  // namespace handoff
