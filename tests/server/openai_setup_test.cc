#include "ai/openai_setup.h"

#include <gtest/gtest.h>

#include "ai/builtin_responder.h"
#include "ai/fallback_responder.h"
#include "support/chat_responder.h"

namespace handoff {
namespace {

using namespace testing;

TEST(FallbackResponder, the_builtin_ai_answers_when_it_knows) {
  chat_stub().behave({{{"failure", "401"}}});
  FallbackResponder both(responder(),
                         std::make_shared<BuiltinResponder>(BuiltinResponder::over(shop())));
  Watching watching;
  const auto answer = both.respond(asks("How long does delivery take?"), watching);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->by, "builtin");
  EXPECT_EQ(answer->sources.at(0).slug, "delivery");
  for (const char* text : {"Do you sponsor school teams?", "cancel my order"}) {
    const auto failed = both.respond(asks(text), watching);
    ASSERT_FALSE(failed.ok()) << text;
    EXPECT_EQ(failed.error().code, ErrorCode::kUnavailable);
  }
}

TEST(FallbackResponder, what_was_cancelled_is_not_answered_by_somebody_else) {
  chat_stub().behave({Json::object()});
  FallbackResponder both(responder(),
                         std::make_shared<BuiltinResponder>(BuiltinResponder::over(shop())));
  Watching watching;
  watching.stop.cancel();
  EXPECT_FALSE(both.respond(asks("How long does delivery take?"), watching).ok());
}

TEST(OpenaiSetup, links_may_lead_to_the_site_its_articles_and_what_the_owner_adds) {
  Settings settings;
  settings.site.origins = {"https://shop.example", "http://localhost:8080"};
  settings.ai.link_hosts = {"docs.example"};
  EXPECT_EQ(
      answer_link_hosts(settings, {{.slug = "a", .title = "a", .url = "https://help.example/x?y"}}),
      (std::vector<std::string>{"docs.example", "help.example", "localhost", "shop.example"}));
}

TEST(OpenaiSetup, makes_a_responder_from_the_settings) {
  Settings settings;
  settings.site.name = "Mara's Bikes";
  settings.ai.base_url = chat_stub().endpoint().base_url;
  settings.ai.model = "gpt";
  settings.ai.api_key = "sk-1";
  settings.ai.max_tokens = 77;
  settings.ai.instructions = "Be formal.";
  const auto made =
      openai_responder(settings, chat_stub().http(), shop(), [] { return Instant(); });
  chat_stub().behave({saying(kDelivery)});
  Watching watching;
  ASSERT_TRUE(made->respond(asks("How long does delivery take?"), watching).ok());
  const Json request = chat_stub().requests()[0];
  EXPECT_EQ(request["headers"]["authorization"], "Bearer sk-1");
  EXPECT_EQ(request["body"]["max_tokens"], 77);
  const std::string rules = request["body"]["messages"][0]["content"];
  EXPECT_NE(rules.find("Mara's Bikes"), std::string::npos);
  EXPECT_NE(rules.find("Be formal."), std::string::npos);
}

}  // namespace
}  // namespace handoff
