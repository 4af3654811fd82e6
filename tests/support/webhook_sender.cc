#include <iostream>
#include <iterator>

#include "notify/webhook.h"
#include "time/clock.h"

/// Delivers standard input as one webhook to a server on this computer, for tests in other
/// languages. Prints the status of the answer, or what went wrong.
///   webhook_sender URL ID SECRETS
int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: webhook_sender URL ID SECRETS <BODY\n";
    return 2;
  }
  const auto secrets = handoff::WebhookSecrets::parse(arguments[3]);
  if (!secrets) {
    std::cerr << secrets.error().message << '\n';
    return 2;
  }
  const std::string body{std::istreambuf_iterator<char>(std::cin), {}};
  const handoff::HttpClient client({"127.0.0.0/8"});
  const auto outcome = handoff::deliver(client, *secrets, {arguments[1], arguments[2], body},
                                        handoff::SystemClock().now());
  std::cout << outcome.what << '\n';
  return outcome.end == handoff::DeliveryOutcome::End::kDelivered ? 0 : 1;
}
