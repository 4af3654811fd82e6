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

/// What is told beside the events of conversations.
inline constexpr const char* kAlert = "handoff.alert";  ///< a step of the ladder
inline constexpr const char* kPromiseDue = "promise.due";
inline constexpr const char* kPromiseBroken = "promise.broken";
inline constexpr const char* kTeamBack = "team.back_online";

struct NewDelivery {
  std::string site;
  std::string conversation_id = {};  ///< empty: about no conversation alone
  std::string agent_id = {};         ///< whom it reaches; empty: the team, or a program
  std::string channel;               ///< `push`, `webhook`, `email`, `whatsapp`
  std::string target;  ///< address, phone, id of a push subscription, key of a webhook
  std::string type;    ///< of the event, or one of those above
  std::int64_t seq = 0;
  std::string handoff_id = {};  ///< taken back when this episode ends; empty: never taken back
  Instant now = {};
  Instant due_at = {};
};

struct Delivery {
  std::int64_t number = 0;
  std::string id;  ///< the same in every attempt, never given twice
  std::string conversation_id = {};
  std::string agent_id = {};
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
/// Takes back what was not sent yet and has a `handoff_id`, retries included.
void take_back_deliveries(Connection& tx, const std::string& conversation_id);
/// The same, of one type.
void take_back_deliveries(Connection& tx, const std::string& conversation_id,
                          const std::string& type);

/// Pending and due, the oldest first.
std::vector<Delivery> due_deliveries(Connection& connection, Instant now, int limit);
/// False once it has ended or was taken back.
bool is_pending(Connection& connection, const std::string& id);
/// `remote_id`: how the other side calls it; empty: it does not.
void complete_delivery(Connection& tx, const std::string& id, Instant now, const std::string& said,
                       const std::string& remote_id);
/// Not now: due at `due_at`, and no attempt counted.
void hold_delivery(Connection& tx, const std::string& id, Instant due_at);
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
/// Pending and due, for this recipient, the oldest first.
std::vector<Delivery> due_deliveries_to(Connection& connection, const std::string& channel,
                                        const std::string& target, Instant now);
/// How often this recipient was told since then, and when last.
struct Told {
  int times = 0;
  std::optional<Instant> last = std::nullopt;
};
Told told_since(Connection& connection, const std::string& channel, const std::string& target,
                Instant since);
/// Whether something of this type was planned for this recipient since then.
bool was_planned(Connection& connection, const std::string& channel, const std::string& target,
                 const std::string& type, Instant since);
/// Forgets what ended long ago.
void forget_deliveries(Connection& tx, Instant done_before, Instant dead_before);

/// Somebody wrote to our WhatsApp number.
void open_whatsapp_window(Connection& tx, const std::string& recipient, Instant at);
bool whatsapp_window_open(Connection& connection, const std::string& recipient, Instant since);

}  // namespace handoff::store
