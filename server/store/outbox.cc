#include "store/outbox.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

constexpr JsonReader::Range kAny{0, 9007199254740991.0};

std::string kind_of(const Effect& effect) {
  if (std::holds_alternative<AskAi>(effect)) return "ask_ai";
  return std::get<StartTimer>(effect).kind == TimerKind::kWaitRunsOut ? "timer.wait"
                                                                      : "timer.promise";
}

Json body_of(const Effect& effect) {
  if (const auto* ask = std::get_if<AskAi>(&effect))
    return {{"epoch", ask->epoch}, {"message_seq", ask->message_seq}};
  return {{"handoff_id", std::get<StartTimer>(effect).handoff_id}};
}

Effect effect_of(const std::string& kind, const Json& body, Instant due_at) {
  std::vector<FieldError> errors;
  JsonReader in(body, "outbox", errors);
  if (kind == "ask_ai")
    return AskAi{in.integer("epoch", kAny).value_or(0),
                 in.integer("message_seq", kAny).value_or(0)};
  const TimerKind timer = kind == "timer.wait" ? TimerKind::kWaitRunsOut : TimerKind::kPromiseDue;
  return StartTimer{timer, due_at, in.string("handoff_id").value_or("")};
}

}  // namespace

void add_to_outbox(Connection& tx, const std::string& conversation_id, const Effect& effect,
                   Instant now, Instant ai_due_at) {
  const auto* timer = std::get_if<StartTimer>(&effect);
  auto insert = tx.prepare(
      "INSERT INTO outbox (conversation_id, kind, body, due_at, created_at) VALUES (?, ?, ?, ?, "
      "?)");
  insert->bind(1, conversation_id);
  insert->bind(2, kind_of(effect));
  insert->bind(3, dump_json(body_of(effect)));
  insert->bind(4, column_of(timer ? timer->due_at : ai_due_at));
  insert->bind(5, column_of(now));
  insert->exec();
}

std::vector<OutboxRow> due_rows(Connection& connection, Instant now, int limit) {
  auto rows = connection.prepare(
      "SELECT id, conversation_id, kind, body, due_at, attempts FROM outbox "
      "WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?");
  rows->bind(1, column_of(now));
  rows->bind(2, limit);
  std::vector<OutboxRow> out;
  while (rows->executeStep()) {
    const Instant due_at = instant_of(rows->getColumn(4));
    out.push_back({rows->getColumn(0).getInt64(), rows->getColumn(1).getString(),
                   effect_of(rows->getColumn(2).getString(), json_of(rows->getColumn(3)), due_at),
                   due_at, rows->getColumn(5).getInt()});
  }
  return out;
}

std::optional<Instant> next_due(Connection& connection) {
  auto find = connection.prepare("SELECT min(due_at) FROM outbox WHERE state = 'pending'");
  find->executeStep();
  return optional_instant_of(find->getColumn(0));
}

void finish_row(Connection& tx, std::int64_t id) {
  auto remove = tx.prepare("DELETE FROM outbox WHERE id = ?");
  remove->bind(1, id);
  remove->exec();
}

void put_off_row(Connection& tx, std::int64_t id, Instant due_at, int max_attempts) {
  auto update = tx.prepare(
      "UPDATE outbox SET attempts = attempts + 1, due_at = ?, "
      "state = CASE WHEN attempts + 1 >= ? THEN 'dead' ELSE 'pending' END WHERE id = ?");
  update->bind(1, column_of(due_at));
  update->bind(2, max_attempts);
  update->bind(3, id);
  update->exec();
}

void keep_draft(Connection& tx, const std::string& conversation_id, std::int64_t epoch, Instant at,
                const std::string& text, Percent confidence) {
  auto insert =
      tx.prepare("INSERT INTO drafts (conversation_id, epoch, at, body) VALUES (?, ?, ?, ?)");
  insert->bind(1, conversation_id);
  insert->bind(2, epoch);
  insert->bind(3, column_of(at));
  insert->bind(4, dump_json({{"text", text}, {"confidence", percent_json(confidence)}}));
  insert->exec();
}

std::optional<Draft> newest_draft(Connection& connection, const std::string& conversation_id,
                                  std::int64_t min_epoch) {
  auto find = connection.prepare(
      "SELECT body, at FROM drafts WHERE conversation_id = ? AND epoch >= ? ORDER BY id DESC LIMIT "
      "1");
  find->bind(1, conversation_id);
  find->bind(2, min_epoch);
  if (!find->executeStep()) return std::nullopt;
  std::vector<FieldError> errors;
  const Json body = json_of(find->getColumn(0));
  JsonReader in(body, "draft", errors);
  return Draft{in.string("text").value_or(""), in.percent("confidence").value_or(0),
               instant_of(find->getColumn(1))};
}

}  // namespace handoff::store
