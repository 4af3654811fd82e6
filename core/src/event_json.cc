#include "handoff/conversation_json.h"
#include "overloaded.h"
#include "shape_json.h"

namespace handoff {
namespace {

/// Writes the fields of a payload behind the common ones.
struct PayloadWriter {
  Json& out;

  void operator()(const Message& m) const {
    out["client_id"] = m.client_id;
    out["text"] = m.text;
    if (m.agent) out["agent"] = person_json(*m.agent);
    if (m.confidence) out["confidence"] = percent_json(*m.confidence);
    if (m.epoch) out["epoch"] = *m.epoch;
    for (const auto& part : m.confidence_parts)
      out["confidence_parts"][part.name] = percent_json(part.percent);
    if (m.sources.empty()) return;
    out["sources"] = Json::array();
    for (const auto& source : m.sources) {
      out["sources"].push_back({{"title", source.title}, {"url", optional_text(source.url)}});
    }
  }
  void operator()(const Note& n) const {
    out["client_id"] = n.client_id;
    out["text"] = n.text;
    out["agent"] = person_json(n.agent);
  }
  void operator()(const HandoffRequested& r) const {
    out["handoff_id"] = r.handoff_id;
    why(r);
    out["message_seq"] = r.message_seq;
    if (!r.note.empty()) out["note"] = r.note;
    if (r.urgent) out["urgent"] = true;
    where(r.place);
    out["text"] = r.text;
  }
  void operator()(const HandoffOffered& o) const {
    why(o);
    out["text"] = o.text;
  }
  void operator()(const HandoffCancelled& c) const { out["text"] = c.text; }
  void operator()(const TakenOver& t) const {
    out["agent"] = person_json(t.agent);
    out["handoff_id"] = t.handoff_id;
    out["text"] = t.text;
  }
  void operator()(const Transferred& t) const {
    out["agent"] = person_json(t.agent);
    out["text"] = t.text;
  }
  void operator()(const ReturnedToAi& r) const {
    out["agent"] = r.agent ? person_json(*r.agent) : Json(nullptr);
    if (!r.note.empty()) out["note"] = r.note;
    out["text"] = r.text;
  }
  void operator()(const CallbackWasPromised& c) const {
    out["due_at"] = instant_json(c.due_at);
    out["text"] = c.text;
  }
  void operator()(const ContactGiven& c) const { out["contact"] = contact_json(c.contact); }
  void operator()(const WaitUpdated& w) const {
    where(w.place);
    if (!w.text.empty()) out["text"] = w.text;
  }
  void operator()(const AgentLost& a) const {
    out["agent"] = person_json(a.agent);
    out["text"] = a.text;
  }
  void operator()(const ConversationClosed& c) const {
    out["by"] = c.by ? person_json(*c.by) : Json(nullptr);
    out["outcome"] = c.outcome ? Json(outcome_name(*c.outcome)) : Json(nullptr);
    out["text"] = c.text;
  }
  void operator()(const Reopened& r) const { out["text"] = r.text; }
  void operator()(const Rated& r) const {
    out["score"] = r.rating.score;
    out["text"] = r.rating.text;
  }
  void operator()(const OutcomeLabelled& l) const {
    out["handoff_id"] = l.handoff_id;
    out["outcome"] = outcome_name(l.outcome);
    out["agent"] = person_json(l.agent);
  }
  void operator()(const Hidden&) const {}

 private:
  template <class Payload>
  void why(const Payload& payload) const {
    out["reason"] = to_string(payload.reason);
    out["rule"] = payload.rule;
    out["score"] = percent_json(payload.score);
    out["evidence"] = evidence_json(payload.evidence);
  }
  void where(const Place& place) const {
    out["position"] = place.position;
    out["wait"] = place_wait_json(place.wait);
  }
};

}  // namespace

Json event_json(const Event& original, Audience audience) {
  const Event event = audience == Audience::kVisitor ? as_visitor_sees(original) : original;
  Json out = {{"seq", event.seq}, {"type", type_name(event.payload)}};
  if (std::holds_alternative<Hidden>(event.payload)) return out;
  out["at"] = instant_json(event.at);
  out["author"] = to_string(event.author);
  std::visit(PayloadWriter{out}, event.payload);
  return out;
}

}  // namespace handoff
