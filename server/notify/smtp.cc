#include "notify/smtp.h"

#include "net/address_rules.h"
#include "net/curl_library.h"
#include "notify/clean_text.h"
#include "notify/smtp_secrets.h"
#include "notify/smtp_session.h"
#include "notify/smtp_verdict.h"

namespace handoff {
namespace {

constexpr std::size_t kMostWords = 200;

SmtpEnd try_to_send(const SmtpJob& job) {
  SmtpEnd end = SmtpSession(job, true).run();
  return !job.url.smtps && may_do_without_tls(end) ? SmtpSession(job, false).run() : end;
}

}  // namespace

struct Smtp::Parts {
  AddressRules rules;
  std::string ca_file;
  SmtpTimes times;
};

Smtp::Smtp(const std::vector<std::string>& private_cidrs, std::string ca_file, SmtpTimes times)
    : parts_(new Parts{AddressRules(private_cidrs), std::move(ca_file), times}) {
  start_curl();
}

Smtp::~Smtp() = default;

DeliveryOutcome Smtp::send(const EmailMessage& message, const EmailSettings& settings,
                           Cancellation* cancellation) const {
  const std::string domain = message.sender.substr(message.sender.rfind('@') + 1);
  const auto url = SmtpUrl::parse(settings.smtp_url, domain);
  if (!url) return {.end = DeliveryOutcome::End::kRefused, .what = url.error().message};
  const SmtpJob job{message,
                    settings,
                    *url,
                    parts_->rules,
                    parts_->ca_file,
                    parts_->times,
                    std::chrono::steady_clock::now(),
                    cancellation};
  DeliveryOutcome outcome = smtp_verdict(try_to_send(job));
  outcome.what = one_line(without_secrets(std::move(outcome.what), settings), kMostWords);
  return outcome;
}

}  // namespace handoff
