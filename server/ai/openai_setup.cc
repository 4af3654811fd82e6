#include "ai/openai_setup.h"

#include <algorithm>

#include "ai/answer_confidence.h"

namespace handoff {
namespace {

/// `shop.example` of `https://shop.example:8443/help`.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of(":/?#")));
}

ChatEndpoint endpoint_of(const AiSettings& ai) {
  return {.base_url = ai.base_url,
          .api_key = ai.api_key,
          .connect_within = Seconds(ai.connect_seconds),
          .first_token_within = Seconds(ai.first_token_seconds),
          .total_within = Seconds(ai.timeout_seconds)};
}

}  // namespace

std::vector<std::string> answer_link_hosts(const Settings& settings,
                                           const std::vector<Article>& articles) {
  std::vector<std::string> hosts = settings.ai.link_hosts;
  for (const std::string& origin : settings.site.origins) hosts.push_back(host_of(origin));
  for (const Article& article : articles) hosts.push_back(host_of(article.url));
  std::sort(hosts.begin(), hosts.end());
  hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
  std::erase(hosts, "");
  return hosts;
}

std::shared_ptr<OpenaiResponder> openai_responder(const Settings& settings,
                                                  std::shared_ptr<const HttpClient> http,
                                                  std::shared_ptr<const Knowledge> knowledge,
                                                  std::function<Instant()> now) {
  auto model = std::make_shared<ChatModel>(std::move(http), endpoint_of(settings.ai),
                                           settings.ai.model, std::move(now));
  const auto detector = std::make_shared<const Detector>(TriggerSettings{});
  OpenaiResponder::Options options{
      .site = {settings.site.name, settings.ai.instructions},
      .link_hosts = answer_link_hosts(settings, knowledge->articles()),
      .max_tokens = settings.ai.max_tokens,
      .hedging = [detector](std::string_view text) { return hedging_in(*detector, text); }};
  return std::make_shared<OpenaiResponder>(std::move(model), std::move(knowledge),
                                           std::move(options));
}

}  // namespace handoff
