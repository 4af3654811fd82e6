#include "notify/smtp_dialogue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace handoff {
namespace {

constexpr std::size_t kMostReplyBytes = 4096;
constexpr int kStartMailInput = 354;

using To = SmtpReply::To;

struct Command {
  std::string_view verb;
  To to;
};

constexpr std::array<Command, 7> kCommands{{{"EHLO", To::kHello},
                                            {"HELO", To::kHello},
                                            {"STARTTLS", To::kTls},
                                            {"AUTH", To::kSignIn},
                                            {"MAIL", To::kSender},
                                            {"RCPT", To::kRecipient},
                                            {"DATA", To::kMessage}}};

std::string_view without_line_end(std::string_view line) {
  return line.substr(0, line.find_first_of("\r\n"));
}

/// The three digits that every line of a reply begins with; 0: it does not.
int code_of(std::string_view line) {
  int code = 0;
  const auto end = line.data() + std::min<std::size_t>(line.size(), 3);
  const auto read = std::from_chars(line.data(), end, code);
  return read.ptr == line.data() + 3 && code >= 100 ? code : 0;
}

}  // namespace

void SmtpDialogue::listen(CURL* easy, std::function<void()> on_goodbye) {
  on_goodbye_ = std::move(on_goodbye);
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, this);
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
}

int SmtpDialogue::take(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
  auto& dialogue = *static_cast<SmtpDialogue*>(self);
  try {
    const std::string_view line(data, size);
    if (type == CURLINFO_HEADER_OUT) dialogue.take_command(without_line_end(line));
    if (type == CURLINFO_HEADER_IN) dialogue.take_reply(without_line_end(line));
  } catch (...) {  // no memory: the words are lost, the transfer is not
    dialogue.over_ = true;
  }
  return 0;
}

void SmtpDialogue::take_command(std::string_view line) {
  const std::string_view verb = line.substr(0, line.find(' '));
  if (verb == "QUIT") {
    over_ = true;
    on_goodbye_();
  }
  for (const Command& command : kCommands) {
    if (command.verb == verb) last_.to = command.to;
  }
}

void SmtpDialogue::take_reply(std::string_view line) {
  const int code = code_of(line);
  if (over_ || code == 0) return;
  if (reply_ended_) begin_reply(code);
  reply_ended_ = line.substr(3, 1) != "-";
  line.remove_prefix(std::min<std::size_t>(line.size(), 4));
  // The lines of one reply repeat their class: "550-5.1.1 …", "550 5.1.1 …".
  const std::string_view status = line.substr(0, line.find(' '));
  const bool repeated = last_.text.find(" " + std::string(status) + " ") == 3;
  if (repeated) line.remove_prefix(std::min(line.size(), status.size() + 1));
  if (last_.text.size() + line.size() < kMostReplyBytes) last_.text.append(" ").append(line);
}

void SmtpDialogue::begin_reply(int code) {
  last_.code = code;
  last_.text = std::to_string(code);
  if (last_.to == To::kMessage && code == kStartMailInput) last_.message_under_way = true;
}

}  // namespace handoff
