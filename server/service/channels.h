#pragma once

#include <string>

#include "net/cancellation.h"
#include "net/http_client.h"
#include "notify/delivery.h"
#include "notify/notice.h"
#include "notify/smtp.h"
#include "notify/web_push.h"
#include "notify/whatsapp.h"
#include "service/site.h"
#include "store/database.h"
#include "time/clock.h"

namespace handoff {

/// What one recipient of one channel is told.
struct ChannelMessage {
  Channel channel = Channel::kEmail;
  std::string target;        ///< as in `store::Delivery`
  Notice notice;             ///< masked already; for people
  std::string webhook_body;  ///< for programs
};

/// The ways out of the house, behind one call. Thread-safe.
class Channels {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    const HttpClient& http;
    VapidKey vapid;
  };

  explicit Channels(Parts parts);

  /// One attempt; blocks until its end, half a minute at most. A push subscription that is over is
  /// deleted.
  DeliveryOutcome send(const ChannelMessage& message);

  /// One attempt to give a mail to the mail server of the settings; as `send` otherwise.
  DeliveryOutcome mail(const EmailMessage& message);

  /// For the browser's `applicationServerKey`.
  const std::string& push_key() const { return push_.public_key(); }

  /// The server stops: attempts under way end, to be made again after the start.
  void stop() { stopping_.cancel(); }

 private:
  DeliveryOutcome email(const ChannelMessage& message, const EmailSettings& settings);
  /// REQUIRES: `settings.push_subject`.
  DeliveryOutcome push(const ChannelMessage& message, const NotificationSettings& settings);
  DeliveryOutcome whatsapp(const ChannelMessage& message, const WhatsappSettings& settings);
  DeliveryOutcome webhook(const ChannelMessage& message, const WebhookSettings& settings);

  Database& database_;
  const Sites& sites_;
  const Clock& clock_;
  const HttpClient& http_;
  WebPush push_;
  Whatsapp whatsapp_;
  Smtp smtp_;
  Cancellation stopping_ = {};
};

/// The key of this installation, made at its first start.
Result<VapidKey> load_vapid_key(Database& database);

}  // namespace handoff
