#include "notify/whatsapp_report.h"

#include <algorithm>
#include <array>
#include <set>

#include "notify/remote_json.h"

namespace handoff {
namespace {

using remote::item;
using remote::member;
using State = WhatsappStatus::State;

constexpr std::size_t kIdBytes = 512;
constexpr std::size_t kMostDigits = 12;  // of seconds

struct NamedState {
  std::string_view name;
  State state;
};

constexpr std::array<NamedState, 4> kStates{{{"sent", State::kSent},
                                             {"delivered", State::kDelivered},
                                             {"read", State::kRead},
                                             {"failed", State::kFailed}}};

std::optional<State> state_named(std::string_view name) {
  for (const auto& each : kStates) {
    if (each.name == name) return each.state;
  }
  return std::nullopt;
}

std::string_view name_of(State state) { return kStates[static_cast<std::size_t>(state)].name; }

/// Empty when it is missing or longer than any id.
std::string id_of(const Json& value) {
  std::string id = remote::text(value);
  return id.size() > kIdBytes ? std::string() : id;
}

/// Seconds since 1970, as a string.
std::optional<Instant> time_of(const Json& value) {
  const std::string digits = remote::text(value);
  if (digits.empty() || digits.size() > kMostDigits ||
      digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return Instant(Seconds(std::stoll(digits)));
}

WhatsappError error_of(const Json& status) {
  const auto read = read_whatsapp_error(item(member(status, "errors"), 0), WhatsappFault::kOurs);
  return read ? *read : WhatsappError{.what = "WhatsApp does not say why the message failed"};
}

std::optional<WhatsappStatus> read_status(const Json& status) {
  const auto state = state_named(remote::text(member(status, "status")));
  const auto at = time_of(member(status, "timestamp"));
  std::string id = id_of(member(status, "id"));
  if (!state || !at || id.empty()) return std::nullopt;
  WhatsappStatus out{.message_id = std::move(id), .state = *state, .at = *at};
  out.delivery_id = id_of(member(status, "biz_opaque_callback_data"));
  if (*state == State::kFailed) out.error = error_of(status);
  return out;
}

void add_recipient(std::vector<WhatsappRecipient>& list, const Json& value) {
  const auto recipient = WhatsappRecipient::parse(remote::text(value));
  if (recipient && std::find(list.begin(), list.end(), *recipient) == list.end()) {
    list.push_back(*recipient);
  }
}

/// The contact of a message: the one with its number, or the only one there is.
const Json& contact_of(const Json& contacts, const Json& message) {
  const std::string number = remote::text(member(message, "from"));
  for (std::size_t i = 0; !number.empty() && contacts.is_array() && i < contacts.size(); ++i) {
    if (remote::text(member(contacts[i], "wa_id")) == number) return contacts[i];
  }
  return contacts.is_array() && contacts.size() == 1 ? contacts[0] : remote::nothing();
}

std::vector<WhatsappRecipient> senders_of(const Json& contacts, const Json& message) {
  std::vector<WhatsappRecipient> out;
  const Json& contact = contact_of(contacts, message);
  add_recipient(out, member(message, "from"));
  add_recipient(out, member(message, "from_user_id"));
  add_recipient(out, member(contact, "wa_id"));
  add_recipient(out, member(contact, "user_id"));
  return out;
}

/// WhatsApp's own notes, such as a new number, are nobody's writing.
bool is_of_a_person(const Json& message) {
  return remote::text(member(message, "type")) != "system";
}

std::optional<WhatsappWrote> read_message(const Json& contacts, const Json& message) {
  const auto at = time_of(member(message, "timestamp"));
  WhatsappWrote out{.message_id = id_of(member(message, "id")),
                    .from = senders_of(contacts, message)};
  if (!at || out.message_id.empty() || out.from.empty() || !is_of_a_person(message))
    return std::nullopt;
  out.at = *at;
  return out;
}

/// The elements of a list; nothing of anything else.
const Json& list_of(const Json& value) {
  static const Json kEmpty = Json::array();
  return value.is_array() ? value : kEmpty;
}

class ReportReader {
 public:
  explicit ReportReader(std::string_view phone_number_id) : phone_number_id_(phone_number_id) {}

  void read_change(const Json& change) {
    const Json& value = member(change, "value");
    const Json& number = member(member(value, "metadata"), "phone_number_id");
    if (remote::text(member(change, "field")) != "messages") return;
    if (remote::text(number) == phone_number_id_) read_value(value);
  }
  WhatsappReport result() { return std::move(report_); }

 private:
  void read_value(const Json& value) {
    for (const Json& each : list_of(member(value, "statuses"))) {
      auto status = read_status(each);
      if (status && is_new(status->key())) report_.statuses.push_back(std::move(*status));
    }
    for (const Json& each : list_of(member(value, "messages"))) {
      auto wrote = read_message(member(value, "contacts"), each);
      if (wrote && is_new(wrote->message_id)) report_.wrote.push_back(std::move(*wrote));
    }
  }
  bool is_new(const std::string& key) { return seen_.insert(key).second; }

  std::string_view phone_number_id_;
  std::set<std::string> seen_ = {};
  WhatsappReport report_ = {};
};

}  // namespace

std::string WhatsappStatus::key() const { return message_id + ":" + std::string(name_of(state)); }

Result<WhatsappReport> read_whatsapp_report(std::string_view body,
                                            std::string_view phone_number_id) {
  const auto read = parse_json(body);
  if (!read) return read.error();
  if (!read->is_object()) return invalid("body", "is not a mapping; a report is accepted");
  if (remote::text(member(*read, "object")) != "whatsapp_business_account") {
    return WhatsappReport{};
  }
  ReportReader reader(phone_number_id);
  for (const Json& entry : list_of(member(*read, "entry"))) {
    for (const Json& change : list_of(member(entry, "changes"))) reader.read_change(change);
  }
  return reader.result();
}

DeliveryOutcome outcome_of(const WhatsappStatus& status) {
  if (status.error) {
    DeliveryOutcome out = outcome_of(*status.error);
    out.remote_id = status.message_id;
    return out;
  }
  return {.end = DeliveryOutcome::End::kDelivered, .remote_id = status.message_id};
}

}  // namespace handoff
