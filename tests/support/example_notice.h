#pragma once

#include "notify/notice.h"

namespace handoff::testing {

/// Somebody waits: the notice of the texts that are fixed.
inline Notice example_notice() {
  return {.kind = Notice::Kind::kHandoff,
          .id = "n_1",
          .site_name = "Acme",
          .conversation_id = "c_Zm9vYmFyYmF6cXV4Zm9vYg",
          .link = "https://handoff.example/c/c_Zm9vYmFyYmF6cXV4Zm9vYg",
          .visitor = "john@example.com",
          .reason = "I have a complex question",
          .reason_name = "user_request",
          .at = parse_rfc3339("2026-11-28T10:00:00Z").value()};
}

/// Several at once, with more of them than are shown.
inline Notice example_list(Notice::Kind kind) {
  Notice out{.kind = kind,
             .id = "n_2",
             .site_name = "Acme",
             .link = "https://handoff.example/",
             .at = parse_rfc3339("2026-11-28T10:00:00Z").value()};
  out.items = {{"Ann", "Refund", "https://handoff.example/c/c_ann", "Tue 24 Nov, 11:30"},
               {"Bob", "Complaint", "https://handoff.example/c/c_bob", ""},
               {"", "Keyword", "https://handoff.example/c/c_eve", ""},
               {"Dan", "", "https://handoff.example/c/c_dan", ""}};
  return out;
}

}  // namespace handoff::testing
