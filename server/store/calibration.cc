#include "store/calibration.h"

namespace handoff::store {

std::array<ConfidenceBin, 10> calibration(Connection& connection, const std::string& site) {
  auto rows = connection.prepare(
      "WITH recent AS (SELECT id FROM conversations WHERE site = ? ORDER BY updated_at DESC LIMIT "
      "1000) "
      "SELECT min(9, CAST(round(json_extract(answer.body, '$.confidence') * 100) AS INTEGER) / 10) "
      "AS bin, "
      "count(*), "
      "sum((SELECT next.type FROM events next "
      "     WHERE next.conversation_id = answer.conversation_id AND next.seq > answer.seq "
      "       AND (next.type = 'handoff.requested' "
      "            OR (next.type = 'message' AND next.author = 'ai')) "
      "     ORDER BY next.seq LIMIT 1) IS 'handoff.requested') "
      "FROM recent JOIN events answer ON answer.conversation_id = recent.id "
      "WHERE answer.type = 'message' AND answer.author = 'ai' "
      "  AND json_extract(answer.body, '$.confidence') IS NOT NULL "
      "GROUP BY bin");
  rows->bind(1, site);
  std::array<ConfidenceBin, 10> out{};
  while (rows->executeStep()) {
    auto& bin = out.at(static_cast<std::size_t>(rows->getColumn(0).getInt()));
    bin = {rows->getColumn(1).getInt(), rows->getColumn(2).getInt()};
  }
  return out;
}

}  // namespace handoff::store
