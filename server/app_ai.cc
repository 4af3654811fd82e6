#include "app_ai.h"

#include "ai/builtin_responder.h"
#include "ai/knowledge_folder.h"
#include "ai/trusted_hosts.h"

namespace handoff {

Result<AppAi> make_ai(const Settings& settings, const HttpClient& http, const Clock& clock) {
  (void)http;
  (void)clock;
  std::vector<Article> articles;
  if (!settings.ai.knowledge.empty()) {
    auto read = load_articles(settings.ai.knowledge);
    if (!read) return read.error();
    articles = std::move(*read);
  }
  AppAi ai{.link_hosts = trusted_hosts(settings, articles), .articles = articles.size()};
  if (settings.ai.provider == AiSettings::Provider::kBuiltin)
    ai.responder = std::make_shared<BuiltinResponder>(std::move(articles));
  return ai;
}

}  // namespace handoff
