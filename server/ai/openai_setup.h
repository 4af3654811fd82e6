#pragma once

#include <memory>

#include "ai/openai_responder.h"
#include "handoff/settings.h"

namespace handoff {

/// Hosts that links in answers may lead to: those of the site's pages, of its articles' addresses,
/// and `ai.link_hosts`.
std::vector<std::string> answer_link_hosts(const Settings& settings,
                                           const std::vector<Article>& articles);

/// The responder that the settings ask for with `ai.provider: openai`. Hedging is read by a
/// detector of its own, so a site that switches the low-confidence trigger off keeps an honest
/// confidence. `now`: called from any thread.
std::shared_ptr<OpenaiResponder> openai_responder(const Settings& settings,
                                                  std::shared_ptr<const HttpClient> http,
                                                  std::shared_ptr<const Knowledge> knowledge,
                                                  std::function<Instant()> now);

}  // namespace handoff
