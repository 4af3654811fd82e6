#include "notify/teams_message.h"

#include "handoff/json.h"
#include "notify/chat_message.h"

namespace handoff {
namespace {

Json plain(std::string text) { return {{"type", "TextRun"}, {"text", std::move(text)}}; }

Json bold(std::string text) {
  Json out = plain(std::move(text));
  out["weight"] = "Bolder";
  return out;
}

Json block(Json runs) { return {{"type", "RichTextBlock"}, {"inlines", std::move(runs)}}; }

Json title_of(const ChatMessage& message) {
  Json run = bold(message.title);
  run["size"] = "Large";
  return block(Json::array({std::move(run)}));
}

Json line_of(const ChatMessage::Line& line) {
  Json runs = Json::array();
  if (!line.label.empty()) runs.push_back(bold(line.label + ": "));
  runs.push_back(plain(line.text));
  return block(std::move(runs));
}

Json said_in(const ChatMessage& message) {
  Json items = Json::array();
  for (const auto& line : message.said) items.push_back(line_of(line));
  return {{"type", "Container"}, {"style", "emphasis"}, {"items", std::move(items)}};
}

Json card_of(const ChatMessage& message) {
  Json body = Json::array({title_of(message)});
  for (const auto& line : message.lines) body.push_back(line_of(line));
  if (!message.said.empty()) body.push_back(said_in(message));
  Json card = {{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
               {"type", "AdaptiveCard"},
               {"version", "1.2"},
               {"msteams", {{"width", "Full"}}},
               {"body", std::move(body)}};
  if (!message.link.empty()) {
    card["actions"] =
        Json::array({{{"type", "Action.OpenUrl"}, {"title", message.open}, {"url", message.link}}});
  }
  return card;
}

}  // namespace

std::string teams_message(const Notice& notice) {
  return dump_json(
      {{"type", "message"},
       {"attachments", Json::array({{{"contentType", "application/vnd.microsoft.card.adaptive"},
                                     {"contentUrl", nullptr},
                                     {"content", card_of(chat_message(notice))}}})}});
}

}  // namespace handoff
