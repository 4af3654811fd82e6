#include "net/cancellation.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <random>
#include <thread>

#include "net/http_client.h"
#include "support/fake_names.h"
#include "support/scripted_server.h"

namespace handoff::testing {
namespace {

using End = HttpOutcome::End;
using std::chrono::hours;

const std::vector<std::string> kLoopback = {"127.0.0.0/8"};

/// Nothing but cancelling ends it.
HttpCall endless(std::string url) {
  return {.url = std::move(url),
          .connect_within = hours(1),
          .first_byte_within = hours(1),
          .total_within = hours(1)};
}

TEST(Cancellation, runs_every_hook_once) {
  Cancellation cancellation;
  int first = 0;
  int second = 0;
  const Cancellation::Hook one(cancellation, [&] { ++first; });
  const Cancellation::Hook two(cancellation, [&] { ++second; });
  EXPECT_FALSE(cancellation.cancelled());
  cancellation.cancel();
  cancellation.cancel();
  EXPECT_TRUE(cancellation.cancelled());
  EXPECT_EQ(first, 1);
  EXPECT_EQ(second, 1);
}

TEST(Cancellation, runs_a_hook_at_once_that_comes_too_late) {
  Cancellation cancellation;
  cancellation.cancel();
  int runs = 0;
  const Cancellation::Hook late(cancellation, [&] { ++runs; });
  EXPECT_EQ(runs, 1);
  cancellation.cancel();
  EXPECT_EQ(runs, 1);
}

TEST(Cancellation, leaves_a_hook_alone_that_is_gone) {
  Cancellation cancellation;
  int runs = 0;
  {
    const Cancellation::Hook gone(cancellation, [&] { ++runs; });
  }
  cancellation.cancel();
  EXPECT_EQ(runs, 0);
}

TEST(Cancellation, lets_a_hook_ask_whether_it_is_cancelled) {
  Cancellation cancellation;
  bool seen = false;
  const Cancellation::Hook hook(cancellation, [&] { seen = cancellation.cancelled(); });
  cancellation.cancel();
  EXPECT_TRUE(seen);
  const Cancellation::Hook late(cancellation, [&] { seen = !cancellation.cancelled(); });
  EXPECT_FALSE(seen);
}

// What a hook uses may go as soon as the hook is gone: its destructor waits for a run in progress.
TEST(Cancellation, runs_no_hook_after_its_end) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    Cancellation cancellation;
    std::atomic<bool> gone{false};
    std::atomic<int> after{0};
    std::thread canceller([&] { cancellation.cancel(); });
    {
      const Cancellation::Hook hook(cancellation, [&] { after += gone ? 1 : 0; });
      for (unsigned i = random() % 64; i > 0; --i) std::this_thread::yield();
    }
    gone = true;
    canceller.join();
    ASSERT_EQ(after, 0);
  }
}

TEST(Cancellation, is_complete_when_cancel_returns_to_anybody) {
  Cancellation cancellation;
  std::atomic<int> runs{0};
  const Cancellation::Hook hook(cancellation, [&] { ++runs; });
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      cancellation.cancel();
      EXPECT_EQ(runs, 1);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Cancellation, before_a_call_sends_nothing) {
  ScriptedServer server(always(answer_text(200, "")));
  Cancellation cancellation;
  cancellation.cancel();
  const auto outcome = HttpClient(kLoopback).send({.url = server.url()}, &cancellation);
  EXPECT_EQ(outcome.end, End::kCancelled);
  EXPECT_EQ(server.connections(), 0);
}

TEST(Cancellation, ends_a_call_that_waits_for_its_answer) {
  ScriptedServer server([](Peer& peer) {
    peer.read_request();
    peer.give("asked");
    peer.wait_until_gone();
    peer.give("gone");
  });
  Cancellation cancellation;
  std::thread canceller([&] {
    server.wait_for("asked");
    cancellation.cancel();
  });
  const HttpClient client(kLoopback);
  EXPECT_EQ(client.send(endless(server.url()), &cancellation).end, End::kCancelled);
  canceller.join();
  EXPECT_TRUE(server.wait_for("gone"));
}

TEST(Cancellation, ends_a_call_that_waits_for_a_name) {
  FakeNames names;
  names.keep_silent_about("silent.example");
  Cancellation cancellation;
  std::thread canceller([&] {
    names.wait_until_asked("silent.example");
    cancellation.cancel();
  });
  const auto outcome =
      HttpClient(kLoopback).send(endless("https://silent.example/"), &cancellation);
  EXPECT_EQ(outcome.end, End::kCancelled);
  canceller.join();
}

TEST(Cancellation, ends_a_call_that_waits_for_tls) {
  ScriptedServer server([](Peer& peer) {
    peer.give("connected");
    peer.wait_until_gone();
  });
  Cancellation cancellation;
  std::thread canceller([&] {
    server.wait_for("connected");
    cancellation.cancel();
  });
  const auto outcome =
      HttpClient(kLoopback).send(endless("https" + server.url().substr(4)), &cancellation);
  EXPECT_EQ(outcome.end, End::kCancelled);
  canceller.join();
}

TEST(Cancellation, lets_no_more_of_the_body_through) {
  ScriptedServer server([](Peer& peer) {
    peer.read_request();
    peer.send(kChunkedHead);
    while (peer.open()) peer.send(chunk_text("more"));
  });
  Cancellation cancellation;
  int pieces = 0;
  HttpCall call = endless(server.url());
  call.on_body = [&](std::string_view) {
    if (++pieces == 3) cancellation.cancel();
    return true;
  };
  EXPECT_EQ(HttpClient(kLoopback).send(call, &cancellation).end, End::kCancelled);
  EXPECT_EQ(pieces, 3);
}

TEST(Cancellation, of_one_call_leaves_the_others_alone) {
  ScriptedServer server([](Peer& peer) {
    while (!peer.read_request().empty()) peer.send(answer_text(200, "fine"));
  });
  ScriptedServer silent([](Peer& peer) {
    peer.read_request();
    peer.give("asked");
    peer.wait_until_gone();
  });
  const HttpClient client(kLoopback);
  Cancellation cancellation;
  std::thread canceller([&] {
    silent.wait_for("asked");
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(client.send({.url = server.url()}).ok());
    cancellation.cancel();
  });
  EXPECT_EQ(client.send(endless(silent.url()), &cancellation).end, End::kCancelled);
  canceller.join();
  EXPECT_TRUE(client.send({.url = server.url()}).ok());
}

TEST(Cancellation, at_any_moment_leaves_the_client_whole) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  ScriptedServer server(always(answer_text(200, std::string(100'000, 'x'))));
  const HttpClient client(kLoopback);
  std::vector<std::thread> callers;
  for (unsigned caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&, random = std::mt19937(seed + caller)]() mutable {
      for (int i = 0; i < 50; ++i) {
        Cancellation cancellation;
        std::thread canceller([&cancellation, turns = random() % 400] {
          for (unsigned turn = 0; turn < turns; ++turn) std::this_thread::yield();
          cancellation.cancel();
        });
        const auto outcome = client.send({.url = server.url()}, &cancellation);
        EXPECT_TRUE(outcome.end == End::kCancelled || outcome.answer.body.size() == 100'000U)
            << outcome.what;
        canceller.join();
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_TRUE(client.send({.url = server.url()}).ok());
}

}  // namespace
}  // namespace handoff::testing
