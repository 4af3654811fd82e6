#include "lang/en/contexts.h"
#include "lang/en/requests.h"
#include "lang/en/sentiment.h"
#include "lang/en/topics.h"

namespace handoff {

const LanguageData kEnglish = {"en", english::kRequests, english::kContexts, english::kTopics,
                               english::kSentiment};

}  // namespace handoff
