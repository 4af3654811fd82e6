#include "app_ai.h"

#include "ai/builtin_responder.h"
#include "ai/fallback_responder.h"
#include "ai/knowledge_folder.h"
#include "ai/openai_setup.h"

namespace handoff {
namespace {

Result<std::vector<Article>> read_articles(const std::string& folder) {
  if (folder.empty()) return std::vector<Article>{};
  return load_articles(folder);
}

/// The model first; where it fails, the built-in AI with the same articles.
void use_model(AppAi& ai, const Settings& settings, std::shared_ptr<const HttpClient> http,
               std::shared_ptr<const Knowledge> knowledge, std::shared_ptr<const Clock> clock) {
  auto model =
      openai_responder(settings, std::move(http), knowledge, [clock] { return clock->now(); });
  auto both = std::make_shared<FallbackResponder>(
      model, std::make_shared<BuiltinResponder>(BuiltinResponder::over(std::move(knowledge))));
  ai.summarizer = model;
  ai.health = [model, both] {
    AiHealth health = model->health();
    health.fallbacks = both->stepped_in();
    return health;
  };
  ai.responder = std::move(both);
}

}  // namespace

Result<AppAi> make_ai(const Settings& settings, std::shared_ptr<const HttpClient> http,
                      std::shared_ptr<const Clock> clock) {
  auto articles = read_articles(settings.ai.knowledge);
  if (!articles) return articles.error();
  AppAi ai{.link_hosts = answer_link_hosts(settings, *articles), .articles = articles->size()};
  const auto knowledge = std::make_shared<const Knowledge>(std::move(*articles));
  if (settings.ai.provider == AiSettings::Provider::kBuiltin)
    ai.responder = std::make_shared<BuiltinResponder>(BuiltinResponder::over(knowledge));
  if (settings.ai.provider == AiSettings::Provider::kOpenai)
    use_model(ai, settings, std::move(http), knowledge, std::move(clock));
  return ai;
}

}  // namespace handoff
