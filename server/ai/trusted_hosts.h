#pragma once

#include <string>
#include <vector>

#include "ai/knowledge_article.h"
#include "handoff/settings.h"

namespace handoff {

/// Where links in an AI's answers may lead: the site's own origins, its articles' addresses, and
/// `ai.link_hosts`. Host names in small letters.
std::vector<std::string> trusted_hosts(const Settings& settings,
                                       const std::vector<Article>& articles);

}  // namespace handoff
