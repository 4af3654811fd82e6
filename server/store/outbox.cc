#include "store/outbox.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

constexpr JsonReader::Range kAny{0, 9007199254740991.0};

struct KindOf {
  std::string operator()(const AskAi&) const { return "ask_ai"; }
  std::string operator()(const StartTimer& timer) const {
    return timer.kind == TimerKind::kWaitRunsOut ? "timer.wait" : "timer.promise";
  }
  std::string operator()(const TellBot&) const { return "tell_bot"; }
  std::string operator()(const WriteSummary&) const { return "write_summary"; }
};

struct BodyOf {
  Json operator()(const AskAi& ask) const { return message(ask.epoch, ask.message_seq); }
  Json operator()(const StartTimer& timer) const { return {{"handoff_id", timer.handoff_id}}; }
  Json operator()(const TellBot& tell) const { return message(tell.epoch, tell.message_seq); }
  Json operator()(const WriteSummary& write) const { return {{"handoff_id", write.handoff_id}}; }

 private:
  static Json message(std::int64_t epoch, std::int64_t seq) {
    return {{"epoch", epoch}, {"message_seq", seq}};
  }
};

Task task_of(const std::string& kind, const Json& body, Instant due_at) {
  std::vector<FieldError> errors;
  JsonReader in(body, "outbox", errors);
  if (kind == "ask_ai" || kind == "tell_bot") {
    const auto epoch = in.integer("epoch", kAny).value_or(0);
    const auto seq = in.integer("message_seq", kAny).value_or(0);
    return kind == "ask_ai" ? Task(AskAi{epoch, seq}) : Task(TellBot{epoch, seq});
  }
  const std::string handoff = in.string("handoff_id").value_or("");
  if (kind == "write_summary") return WriteSummary{handoff};
  const TimerKind timer = kind == "timer.wait" ? TimerKind::kWaitRunsOut : TimerKind::kPromiseDue;
  return StartTimer{timer, due_at, handoff};
}

}  // namespace

void add_to_outbox(Connection& tx, const std::string& conversation_id, const Task& task,
                   Instant now, Instant due_at) {
  auto insert = tx.prepare(
      "INSERT INTO outbox (conversation_id, kind, body, due_at, created_at) VALUES (?, ?, ?, ?, "
      "?)");
  insert->bind(1, conversation_id);
  insert->bind(2, std::visit(KindOf{}, task));
  insert->bind(3, dump_json(std::visit(BodyOf{}, task)));
  insert->bind(4, column_of(due_at));
  insert->bind(5, column_of(now));
  insert->exec();
}

std::vector<OutboxRow> due_rows(Connection& connection, Instant now, int limit) {
  auto rows = connection.prepare(
      "SELECT id, conversation_id, kind, body, due_at, created_at, attempts FROM outbox "
      "WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ?");
  rows->bind(1, column_of(now));
  rows->bind(2, limit);
  std::vector<OutboxRow> out;
  while (rows->executeStep()) {
    const Instant due_at = instant_of(rows->getColumn(4));
    out.push_back({rows->getColumn(0).getInt64(), rows->getColumn(1).getString(),
                   task_of(rows->getColumn(2).getString(), json_of(rows->getColumn(3)), due_at),
                   due_at, instant_of(rows->getColumn(5)), rows->getColumn(6).getInt()});
  }
  return out;
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
