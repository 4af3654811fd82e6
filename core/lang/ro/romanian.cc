#include "lang/ro/contexts.h"
#include "lang/ro/requests.h"
#include "lang/ro/sentiment.h"
#include "lang/ro/topics.h"

namespace handoff {

const LanguageData kRomanian = {"ro", romanian::kRequests, romanian::kContexts, romanian::kTopics,
                                romanian::kSentiment};

}  // namespace handoff
