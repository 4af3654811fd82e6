#include <array>

#include "handoff/conversation_json.h"
#include "shape_json.h"

namespace handoff {
namespace {

constexpr JsonReader::Range kAnySeq{0, 9007199254740991.0};

/// Reads the payload of one type; everything it may need in one place.
struct PayloadReader {
  JsonReader& in;
  std::vector<FieldError>& errors;

  std::string text() const { return text_or_empty(in, "text"); }
  Person agent() const { return read_person(in, "agent", errors).value_or(Person{}); }
  Place place() const {
    return {static_cast<int>(in.integer("position", {0, 1e9}).value_or(0)), read_wait(in, errors)};
  }

  Payload message() const {
    Message out{.client_id = text_or_empty(in, "client_id"),
                .text = text(),
                .agent = read_person(in, "agent", errors)};
    out.confidence = in.percent("confidence");
    out.epoch = in.integer("epoch", kAnySeq);
    if (const Json* parts = in.value("confidence_parts"); parts && parts->is_object()) {
      JsonReader part(*parts, in.path_of("confidence_parts"), errors);
      for (const auto& [name, value] : parts->items())
        out.confidence_parts.push_back({name, part.percent(name.c_str()).value_or(0)});
    }
    const Json* sources = in.value("sources");
    if (!sources || !sources->is_array()) return out;
    for (const auto& item : *sources) {
      JsonReader source(item, in.path_of("sources"), errors);
      out.sources.push_back({text_or_empty(source, "title"), text_or_empty(source, "url")});
    }
    return out;
  }
  Payload note() const { return Note{text_or_empty(in, "client_id"), text(), agent()}; }
  Payload requested() const {
    return HandoffRequested{.handoff_id = text_or_empty(in, "handoff_id"),
                            .reason = read_reason(in),
                            .score = in.percent("score").value_or(0),
                            .rule = text_or_empty(in, "rule"),
                            .evidence = read_evidence(in, errors),
                            .message_seq = in.integer("message_seq", kAnySeq).value_or(0),
                            .note = text_or_empty(in, "note"),
                            .urgent = in.boolean("urgent").value_or(false),
                            .place = place(),
                            .text = text()};
  }
  Payload offered() const {
    return HandoffOffered{read_reason(in), in.percent("score").value_or(0),
                          text_or_empty(in, "rule"), read_evidence(in, errors), text()};
  }
  Payload cancelled() const { return HandoffCancelled{text()}; }
  Payload taken_over() const { return TakenOver{agent(), text_or_empty(in, "handoff_id"), text()}; }
  Payload transferred() const { return Transferred{agent(), text()}; }
  Payload returned() const {
    return ReturnedToAi{read_person(in, "agent", errors), text_or_empty(in, "note"), text()};
  }
  Payload promised() const { return CallbackWasPromised{read_instant(in, "due_at"), text()}; }
  Payload contact() const {
    const Json* value = in.value("contact");
    return ContactGiven{value ? read_contact(*value, in.path_of("contact"), errors) : Contact{}};
  }
  Payload wait() const { return WaitUpdated{place(), text()}; }
  Payload lost() const { return AgentLost{agent(), text()}; }
  Payload closed() const {
    return ConversationClosed{read_person(in, "by", errors), read_outcome(in), text()};
  }
  Payload reopened() const { return Reopened{text()}; }
  Payload rated() const {
    return Rated{{static_cast<int>(in.integer("score", {1, 5}).value_or(1)), text()}};
  }
  Payload labelled() const {
    return OutcomeLabelled{text_or_empty(in, "handoff_id"),
                           read_outcome(in).value_or(Outcome::kRight), agent()};
  }
  Payload hidden() const { return Hidden{}; }
};

struct Entry {
  std::string_view type;
  Payload (PayloadReader::*read)() const;
};

constexpr std::array<Entry, 17> kEntries{{{"message", &PayloadReader::message},
                                          {"note", &PayloadReader::note},
                                          {"handoff.requested", &PayloadReader::requested},
                                          {"handoff.offered", &PayloadReader::offered},
                                          {"handoff.cancelled", &PayloadReader::cancelled},
                                          {"taken_over", &PayloadReader::taken_over},
                                          {"transferred", &PayloadReader::transferred},
                                          {"returned_to_ai", &PayloadReader::returned},
                                          {"callback.promised", &PayloadReader::promised},
                                          {"contact.given", &PayloadReader::contact},
                                          {"wait.updated", &PayloadReader::wait},
                                          {"agent.lost", &PayloadReader::lost},
                                          {"closed", &PayloadReader::closed},
                                          {"reopened", &PayloadReader::reopened},
                                          {"rated", &PayloadReader::rated},
                                          {"handoff.outcome", &PayloadReader::labelled},
                                          {"hidden", &PayloadReader::hidden}}};

}  // namespace

Event read_event(const Json& value, std::vector<FieldError>& errors) {
  JsonReader in(value, "event", errors);
  Event event;
  if (in.require("seq")) event.seq = in.integer("seq", {1, kAnySeq.max}).value_or(0);
  const std::string type = text_or_empty(in, "type");
  const Entry* found = nullptr;
  for (const auto& entry : kEntries) {
    if (entry.type == type) found = &entry;
  }
  if (!found) {
    in.error("type", "is not a known type of event");
    return event;
  }
  event.payload = (PayloadReader{in, errors}.*(found->read))();
  if (type == "hidden") return event;
  event.at = read_instant(in, "at");
  event.author = author_from(text_or_empty(in, "author")).value_or(Author::kSystem);
  return event;
}

}  // namespace handoff
