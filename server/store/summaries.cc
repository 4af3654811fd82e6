#include "store/summaries.h"

#include "store/columns.h"

namespace handoff::store {

void save_summary(Connection& tx, const std::string& conversation_id, const SummaryRow& row) {
  auto save = tx.prepare(
      "INSERT OR REPLACE INTO summaries (conversation_id, handoff_id, text, made_by, made_at) "
      "VALUES (?, ?, ?, ?, ?)");
  save->bind(1, conversation_id);
  save->bind(2, row.handoff_id);
  save->bind(3, row.text);
  save->bind(4, row.made_by);
  save->bind(5, column_of(row.made_at));
  save->exec();
}

std::optional<SummaryRow> find_summary(Connection& connection, const std::string& conversation_id) {
  auto find = connection.prepare(
      "SELECT handoff_id, text, made_by, made_at FROM summaries WHERE conversation_id = ?");
  find->bind(1, conversation_id);
  if (!find->executeStep()) return std::nullopt;
  return SummaryRow{find->getColumn(0).getString(), find->getColumn(1).getString(),
                    find->getColumn(2).getString(), instant_of(find->getColumn(3))};
}

}  // namespace handoff::store
