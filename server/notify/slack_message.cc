#include "notify/slack_message.h"

#include "handoff/json.h"
#include "notify/chat_message.h"

namespace handoff {
namespace {

constexpr char kWordJoiner[] = "\u2060";

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    // `ann@acme.example` stays whole, `@channel` calls nobody.
    if (c == '@' && (i == 0 || !is_word(text[i - 1]))) out += kWordJoiner;
  }
  return out;
}

std::string fallback_of(const ChatMessage& message) {
  std::string out = escaped(message.title);
  for (const auto& line : message.lines) out += "\n" + escaped(text_of(line));
  return message.link.empty() ? out : out + "\n" + escaped(message.link);
}

Json bold(std::string text) {
  return {{"type", "text"}, {"text", std::move(text)}, {"style", {{"bold", true}}}};
}

Json plain(std::string text) { return {{"type", "text"}, {"text", std::move(text)}}; }

Json runs_of(const std::vector<ChatMessage::Line>& lines) {
  Json out = Json::array();
  for (const auto& line : lines) {
    if (!out.empty()) out.push_back(plain("\n"));
    if (!line.label.empty()) out.push_back(bold(line.label + ": "));
    out.push_back(plain(line.text));
  }
  return out;
}

Json rich_text_of(const ChatMessage& message) {
  Json parts = Json::array();
  const auto add = [&parts](const char* type, Json runs) {
    if (!runs.empty()) parts.push_back({{"type", type}, {"elements", std::move(runs)}});
  };
  add("rich_text_section", runs_of(message.lines));
  add("rich_text_quote", runs_of(message.said));
  // A link, not a button: Slack asks an app's server about buttons, and a webhook has none.
  if (!message.link.empty()) {
    add("rich_text_section",
        Json::array({{{"type", "link"}, {"url", message.link}, {"text", message.open}}}));
  }
  return parts;
}

}  // namespace

std::string slack_message(const Notice& notice) {
  const ChatMessage message = chat_message(notice);
  Json blocks = Json::array(
      {{{"type", "header"}, {"text", {{"type", "plain_text"}, {"text", message.title}}}}});
  Json parts = rich_text_of(message);
  if (!parts.empty()) blocks.push_back({{"type", "rich_text"}, {"elements", std::move(parts)}});
  return dump_json({{"text", fallback_of(message)},
                    {"mrkdwn", false},
                    {"unfurl_links", false},
                    {"unfurl_media", false},
                    {"blocks", std::move(blocks)}});
}

}  // namespace handoff
