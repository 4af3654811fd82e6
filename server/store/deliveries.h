#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"
#include "store/connection.h"

/// What leaves the house: decided with the events, sent at least once, kept for people to look at.
/// As in conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

inline constexpr const char* kAlert = "handoff.alert";

struct NewDelivery {
  std::string conversation_id;
  std::string channel;  ///< `push`, `webhook`, `email`, `whatsapp`
  std::string target;   ///< address, phone, id of a push subscription, key of a webhook
  std::string type;     ///< of the event; `kAlert` for a step of the ladder
  std::int64_t seq = 0;
  std::string handoff_id = {};  ///< of the ladder
  Instant now = {};
  Instant due_at = {};
};

struct Delivery {
  std::int64_t number = 0;
  std::string id;  ///< the same in every attempt, never given twice
  std::string conversation_id;
  std::string channel;
  std::string target;
  std::string type;
  std::int64_t seq = 0;
  std::string handoff_id;
  Instant due_at;
  Instant created_at;
  std::string state;  ///< `pending`, `done`, `dead`
  int attempts = 0;
  std::string said;  ///< by the other side, last
  std::optional<Instant> ended_at;
};

void add_delivery(Connection& tx, const NewDelivery& delivery);
/// Takes back the steps of the ladder that were not sent yet, retries included.
void cancel_ladder(Connection& tx, const std::string& conversation_id);

/// Pending and due, the oldest first.
std::vector<Delivery> due_deliveries(Connection& connection, Instant now, int limit);
/// `remote_id`: how the other side calls it; empty: it does not.
void complete_delivery(Connection& tx, const std::string& id, Instant now, const std::string& said,
                       const std::string& remote_id);
/// Counts a failed attempt; after `most_attempts` it is dead.
struct Postponement {
  Instant now;
  Instant due_at;
  int most_attempts = 0;
  std::string said = {};
};
void put_off_delivery(Connection& tx, const std::string& id, const Postponement& postponement);
void bury_delivery(Connection& tx, const std::string& id, Instant now, const std::string& said);
/// Nobody wants it any more.
void drop_delivery(Connection& tx, const std::string& id);

/// The newest `limit` of this site in this state; in any where it is empty.
std::vector<Delivery> deliveries(Connection& connection, const std::string& site,
                                 const std::string& state, int limit);
/// The one with this id, ours or the other side's.
std::optional<Delivery> find_delivery(Connection& connection, const std::string& site,
                                      const std::string& id);
/// Dead -> due now, under the same id, with no attempts behind it. False when it is not dead.
bool replay_delivery(Connection& tx, const std::string& id, Instant now);
/// What the other side reports of a delivery that it has taken; `failed` makes it dead.
void report_delivery(Connection& tx, const std::string& id, const std::string& said, bool failed);
/// Whether this recipient was told of this conversation before.
bool was_told(Connection& connection, const std::string& conversation_id,
              const std::string& channel, const std::string& target);
/// Forgets what ended long ago.
void forget_deliveries(Connection& tx, Instant done_before, Instant dead_before);

/// Somebody wrote to our WhatsApp number.
void open_whatsapp_window(Connection& tx, const std::string& recipient, Instant at);
bool whatsapp_window_open(Connection& connection, const std::string& recipient, Instant since);

}  // namespace handoff::store
