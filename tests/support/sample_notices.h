#pragma once

#include "notify/notice.h"

/// Notices that several tests of the channels share.
namespace handoff::testing {

inline Notice sample_handoff() {
  return {.kind = Notice::Kind::kHandoff,
          .id = "delivery-81",
          .site_name = "Acme",
          .conversation_id = "c_8KX2",
          .link = "https://handoff.example/c/c_8KX2",
          .visitor = "john@example.com",
          .reason = "I have a complex question about enterprise pricing",
          .reason_name = "high_value_lead",
          .last = {{Author::kVisitor, "Do you have prices for 60 seats?"},
                   {Author::kAi, "The team plan covers up to 25 seats."},
                   {Author::kVisitor, "I have a complex question about enterprise pricing"}},
          .at = parse_rfc3339("2026-11-24T09:30:00Z").value()};
}

/// With this many conversations.
inline Notice sample_list(Notice::Kind kind, std::size_t count) {
  Notice notice{.kind = kind,
                .id = "delivery-82",
                .site_name = "Acme",
                .at = parse_rfc3339("2026-11-24T09:30:00Z").value()};
  notice.items.assign(count, {.visitor = "Ana",
                              .reason = "Where is my order?",
                              .link = "https://handoff.example/c/c_1",
                              .due = "Tue 24 Nov, 11:30",
                              .reason_name = "complaint"});
  return notice;
}

}  // namespace handoff::testing
