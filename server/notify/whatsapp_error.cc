#include "notify/whatsapp_error.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "notify/remote_json.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;
using Fault = WhatsappFault;

constexpr std::size_t kDetailsBytes = 160;
/// One message in six seconds is taken for the same recipient.
constexpr int kTooFastForOne = 131056;
constexpr std::chrono::seconds kBetweenTwo{6};

struct Known {
  int first;
  int last;
  Fault fault;
  std::string_view what;
};

/// Sorted by code. Meta's list of the error codes of the Cloud API.
constexpr std::array kKnown = std::to_array<Known>({
    {0, 0, Fault::kOurs, "the access token is not valid any more"},
    {1, 2, Fault::kPassing, "WhatsApp is not available"},
    {3, 3, Fault::kOurs, "the access token lacks a permission"},
    {4, 4, Fault::kPassing, "too many requests of this app"},
    {10, 10, Fault::kOurs, "the access token lacks a permission"},
    {100, 100, Fault::kOurs, "a parameter is not accepted; is phone_number_id right?"},
    {190, 190, Fault::kOurs, "the access token is not valid any more"},
    {200, 299, Fault::kOurs, "the access token lacks a permission"},
    {368, 368, Fault::kOurs, "the account is blocked for violating a policy"},
    {80007, 80007, Fault::kPassing, "too many requests of this account"},
    {130429, 130429, Fault::kPassing, "too many messages at once"},
    {131000, 131000, Fault::kPassing, "something went wrong at WhatsApp"},
    {131005, 131005, Fault::kOurs, "the access token lacks a permission"},
    {131008, 131008, Fault::kOurs, "a parameter is missing"},
    {131009, 131009, Fault::kOurs, "a parameter has a value that is not accepted"},
    {131016, 131016, Fault::kPassing, "WhatsApp is not available"},
    {131026, 131026, Fault::kRecipients, "the message cannot be delivered to this recipient"},
    {131030, 131030, Fault::kRecipients, "the recipient is not on the list of the test number"},
    {131031, 131031, Fault::kOurs, "the account is locked"},
    {131042, 131042, Fault::kOurs, "the account's means of payment are not in order"},
    {131047, 131047, Fault::kWindowClosed, "the recipient has not written for 24 hours"},
    {131048, 131048, Fault::kRecipients, "too many messages of this number were reported as spam"},
    {131049, 131049, Fault::kRecipients, "WhatsApp holds the message back from this recipient"},
    {131050, 131050, Fault::kRecipients, "the recipient does not want such messages"},
    {131051, 131051, Fault::kRecipients, "the recipient cannot take this kind of message"},
    {131056, 131056, Fault::kPassing, "too many messages to this recipient at once"},
    {131057, 131057, Fault::kPassing, "the account is under maintenance"},
    {132000, 132000, Fault::kOurs, "the template takes another number of parameters"},
    {132001, 132001, Fault::kOurs, "there is no such template in this language"},
    {132005, 132005, Fault::kOurs, "the text of the template gets too long"},
    {132007, 132007, Fault::kOurs, "the template violates a policy"},
    {132012, 132012, Fault::kOurs, "the template takes parameters of another form"},
    {132015, 132015, Fault::kOurs, "the template is paused"},
    {132016, 132016, Fault::kOurs, "the template is disabled"},
    {132018, 132018, Fault::kOurs, "the template does not take these parameters"},
    {133010, 133010, Fault::kOurs, "the phone number is not registered"},
    {133016, 133016, Fault::kPassing, "the phone number was registered too often"},
});

const Known* find(int code) {
  const auto found = std::find_if(kKnown.begin(), kKnown.end(), [code](const Known& each) {
    return code >= each.first && code <= each.last;
  });
  return found == kKnown.end() ? nullptr : &*found;
}

std::optional<int> code_of(const Json& error) {
  const std::string digits = remote::text(remote::member(error, "code"));
  int code = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
  if (digits.empty() || failed != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return code;
}

std::string what_of(int code, const Known* known, const Json& error) {
  std::string what = "WhatsApp error " + std::to_string(code);
  if (known) what.append(": ").append(known->what);
  const Json& data = remote::member(error, "error_data");
  const std::string details = remote::plain_text(remote::member(data, "details"), kDetailsBytes);
  return details.empty() ? what : what + " (" + details + ")";
}

}  // namespace

std::optional<WhatsappFault> whatsapp_fault(int code) {
  const Known* known = find(code);
  return known ? std::optional(known->fault) : std::nullopt;
}

std::optional<WhatsappError> read_whatsapp_error(const Json& error, WhatsappFault unknown) {
  const auto code = code_of(error);
  if (!code) return std::nullopt;
  const Known* known = find(*code);
  const Json& transient = remote::member(error, "is_transient");
  if (transient.is_boolean() && transient.get<bool>()) unknown = Fault::kPassing;
  return WhatsappError{*code, known ? known->fault : unknown, what_of(*code, known, error)};
}

DeliveryOutcome outcome_of(const WhatsappError& error) {
  DeliveryOutcome out{.what = error.what};
  switch (error.fault) {
    case Fault::kPassing:
      out.end = End::kTryLater;
      if (error.code == kTooFastForOne) out.retry_after = kBetweenTwo;
      break;
    case Fault::kOurs:
      out.end = End::kRefused;
      break;
    case Fault::kRecipients:
    case Fault::kWindowClosed:
      out.end = End::kGone;
      break;
  }
  return out;
}

}  // namespace handoff
