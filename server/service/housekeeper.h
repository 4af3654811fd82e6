#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "service/conversations.h"
#include "service/team_return.h"
#include "service/visitor_mail.h"

namespace handoff {

/// What time and presence bring about without anybody calling: places in the queue move, the hours
/// end while somebody waits, the team is back, an agent's browser is gone, an agent is silent,
/// deliveries grow old. `tick` does one round; a thread does one a second.
class Housekeeper {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    Presence& presence;
    Announcer& announcer;
    Conversations& conversations;
    TeamReturn& team_return;
    VisitorMail& visitor_mail;
  };

  explicit Housekeeper(Parts parts);
  ~Housekeeper();
  Housekeeper(const Housekeeper&) = delete;
  Housekeeper& operator=(const Housekeeper&) = delete;

  void start();
  void stop();
  /// The queue moved: the next round comes soon. Cheap, from any thread.
  void wake();
  void tick();

 private:
  void run();
  void tell_presence();
  /// True while agents who were there before a restart have the time to come back.
  bool just_started() const;
  void send_the_waiting_home();
  void move_the_queue();
  void look_after_agents();
  void forget_old_deliveries();
  std::vector<store::InboxRow> held_conversations() const;

  Parts parts_;
  const Instant started_at_;
  std::map<std::string, PresenceStatus> told_;
  int last_online_ = -1;
  Instant forgot_at_ = {};
  std::mutex tick_mutex_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  bool queue_moved_ = true;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace handoff
