#pragma once

#include <curl/curl.h>

#include <functional>
#include <string>
#include <string_view>

namespace handoff {

/// The newest reply of a mail server, and what it answers. A value.
struct SmtpReply {
  enum class To { kGreeting, kHello, kTls, kSignIn, kSender, kRecipient, kMessage };
  To to = To::kGreeting;
  int code = 0;  ///< 0: there was none
  /// All its lines as one, the code first: `550 5.1.1 No such user`. As the server sent it:
  /// hostile.
  std::string text = {};
  bool message_under_way = false;  ///< the server has let us begin with the message
};

/// Listens to what the two sides say. Of what we send only the commands are looked at: a password
/// least of all. For one transfer, in its thread.
class SmtpDialogue {
 public:
  /// Makes `easy` tell. `on_goodbye` runs when we have said that we are done; it must not throw.
  /// REQUIRES: this outlives the transfer.
  void listen(CURL* easy, std::function<void()> on_goodbye);

  const SmtpReply& last() const { return last_; }

 private:
  static int take(CURL*, curl_infotype type, char* data, std::size_t size, void* self);
  void take_command(std::string_view line);
  void take_reply(std::string_view line);
  void begin_reply(int code);

  SmtpReply last_ = {};
  bool reply_ended_ = true;
  bool over_ = false;
  std::function<void()> on_goodbye_ = nullptr;
};

}  // namespace handoff
