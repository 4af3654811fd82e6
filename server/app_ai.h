#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ai/ai_health.h"
#include "ai/responder.h"
#include "ai/summarizer.h"
#include "handoff/result.h"
#include "handoff/settings.h"
#include "net/http_client.h"
#include "time/clock.h"

namespace handoff {

/// Whoever answers before a human does, as the settings say.
struct AppAi {
  std::shared_ptr<Responder> responder = nullptr;    ///< null: the site's own bot, or nobody
  std::shared_ptr<Summarizer> summarizer = nullptr;  ///< null: no model is there to write
  std::function<AiHealth()> health = nullptr;        ///< null: nothing is measured
  std::vector<std::string> link_hosts = {};          ///< where links in answers may lead
  std::size_t articles = 0;
};

/// kInvalid: a folder of articles that is missing or holds something that cannot be read.
Result<AppAi> make_ai(const Settings& settings, std::shared_ptr<const HttpClient> http,
                      std::shared_ptr<const Clock> clock);

}  // namespace handoff
