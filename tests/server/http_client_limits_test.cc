#include <gtest/gtest.h>
#include <zlib.h>

#include "net/deadlines.h"
#include "net/http_client.h"
#include "support/fake_names.h"
#include "support/scripted_server.h"

namespace handoff::testing {
namespace {

using End = HttpOutcome::End;
using std::chrono::hours;
using std::chrono::milliseconds;

const std::vector<std::string> kLoopback = {"127.0.0.0/8"};

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// A call whose server does `script`.
HttpOutcome outcome_of(const ScriptedServer::Script& script, HttpCall call = {}) {
  ScriptedServer server(script);
  call.url = server.url();
  return HttpClient(kLoopback).send(call);
}

/// The server reads the request, says `text` and then nothing more, without going away.
ScriptedServer::Script then_silent(std::string text) {
  return [text = std::move(text)](Peer& peer) {
    peer.read_request();
    peer.send(text);
    peer.wait_until_gone();
  };
}

/// The server reads the request, says `text` and goes away.
ScriptedServer::Script then_gone(std::string text) {
  return [text = std::move(text)](Peer& peer) {
    peer.read_request();
    peer.send(text);
  };
}

TEST(HttpClientLimits, the_connection_has_its_time) {
  ScriptedServer silent([](Peer& peer) { peer.wait_until_gone(); });
  const auto outcome = HttpClient(kLoopback).send(
      {.url = "https" + silent.url().substr(4), .connect_within = milliseconds(50)});
  EXPECT_EQ(outcome.end, End::kTooSlow);
  EXPECT_EQ(outcome.what, "no connection within 50 ms");
}

TEST(HttpClientLimits, the_name_is_part_of_the_connection) {
  FakeNames names;
  names.keep_silent_about("silent.example");
  const auto outcome = HttpClient(kLoopback).send(
      {.url = "http://silent.example/", .connect_within = milliseconds(50)});
  EXPECT_EQ(outcome.end, End::kTooSlow);
  EXPECT_EQ(outcome.what, "no connection within 50 ms");
}

TEST(HttpClientLimits, the_answers_body_must_begin_in_time) {
  const HttpCall call{.first_byte_within = milliseconds(50)};
  for (const char* said :
       {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n"}) {
    const auto outcome = outcome_of(then_silent(said), call);
    EXPECT_EQ(outcome.end, End::kTooSlow) << said;
    EXPECT_EQ(outcome.what, "the answer did not begin within 50 ms");
  }
}

TEST(HttpClientLimits, an_answer_that_has_begun_may_take_its_time_up_to_the_total) {
  const auto outcome =
      outcome_of(then_silent(std::string(kChunkedHead) + chunk_text("a")),
                 {.first_byte_within = hours(1), .total_within = milliseconds(200)});
  EXPECT_EQ(outcome.end, End::kTooSlow);
  EXPECT_EQ(outcome.what, "the answer was not complete within 200 ms");
}

TEST(HttpClientLimits, each_deadline_counts_until_it_is_met) {
  const Deadlines::Time start{};
  const Deadlines deadlines({.connect_within = milliseconds(1'000),
                             .first_byte_within = milliseconds(2'000),
                             .total_within = milliseconds(3'000)},
                            start);
  EXPECT_EQ(deadlines.next(false, false).at, start + milliseconds(1'000));
  EXPECT_EQ(deadlines.next(true, false).at, start + milliseconds(2'000));
  EXPECT_EQ(deadlines.next(true, true).at, start + milliseconds(3'000));
  EXPECT_EQ(deadlines.next(true, true).missed, "the answer was not complete within 3 s");
}

TEST(HttpClientLimits, times_beyond_all_measure_are_no_harm) {
  const auto endless = milliseconds::max();
  EXPECT_EQ(
      outcome_of(then_gone(answer_text(200, "ok")),
                 {.connect_within = endless, .first_byte_within = endless, .total_within = endless})
          .answer.body,
      "ok");
}

TEST(HttpClientLimits, no_time_at_all_is_too_slow) {
  const auto outcome = outcome_of(then_silent(""), {.total_within = milliseconds(0)});
  EXPECT_EQ(outcome.end, End::kTooSlow);
}

TEST(HttpClientLimits, an_answer_of_just_the_limit_is_whole) {
  const auto outcome =
      outcome_of(then_gone(answer_text(200, std::string(1000, 'x'))), {.answer_bytes = 1000});
  EXPECT_EQ(outcome.end, End::kDone);
  EXPECT_EQ(outcome.answer.body.size(), 1000U);
}

TEST(HttpClientLimits, a_longer_answer_is_none) {
  for (const std::string& answer :
       {answer_text(200, std::string(1001, 'x')), answer_text(500, std::string(1001, 'x')),
        std::string(kChunkedHead) + chunk_text(std::string(600, 'x')) +
            chunk_text(std::string(600, 'x'))}) {
    const auto outcome = outcome_of(then_silent(answer), {.answer_bytes = 1000});
    EXPECT_EQ(outcome.end, End::kTooLong);
    EXPECT_EQ(outcome.what, "the answer is longer than 1000 bytes");
  }
}

TEST(HttpClientLimits, an_answer_without_end_ends) {
  const auto outcome = outcome_of([](Peer& peer) {
    peer.read_request();
    peer.send(kChunkedHead);
    while (peer.open()) peer.send(chunk_text(std::string(10'000, 'x')));
  });
  EXPECT_EQ(outcome.end, End::kTooLong);
}

TEST(HttpClientLimits, the_limit_holds_for_streamed_answers) {
  std::string read;
  const auto outcome = outcome_of(then_silent(answer_text(200, std::string(5000, 'x'))),
                                  {.answer_bytes = 1000, .on_body = [&](auto piece) {
                                     read += piece;
                                     return true;
                                   }});
  EXPECT_EQ(outcome.end, End::kTooLong);
  EXPECT_LE(read.size(), 1000U);
}

TEST(HttpClientLimits, the_limit_counts_what_is_unpacked) {
  const std::string packed = gzip(std::string(5'000'000, 'x'));
  ASSERT_LT(packed.size(), 10'000U);
  const auto outcome =
      outcome_of(then_silent(answer_text(200, packed, "Content-Encoding: gzip\r\n")));
  EXPECT_EQ(outcome.end, End::kTooLong);
}

TEST(HttpClientLimits, packed_answers_are_unpacked) {
  const auto outcome =
      outcome_of(then_gone(answer_text(200, gzip("hello"), "Content-Encoding: gzip\r\n")));
  EXPECT_EQ(outcome.answer.body, "hello");
}

TEST(HttpClientLimits, headers_without_end_are_too_long) {
  const auto outcome = outcome_of([](Peer& peer) {
    peer.read_request();
    peer.send("HTTP/1.1 200 OK\r\n");
    while (peer.open()) peer.send("X-Again: " + std::string(1000, 'x') + "\r\n");
  });
  EXPECT_EQ(outcome.end, End::kTooLong);
}

TEST(HttpClientLimits, interim_answers_without_end_are_too_long) {
  const auto outcome = outcome_of([](Peer& peer) {
    peer.read_request();
    while (peer.open()) peer.send("HTTP/1.1 103 Early Hints\r\n\r\n");
  });
  EXPECT_EQ(outcome.end, End::kTooLong);
}

TEST(HttpClientLimits, an_answer_that_is_cut_is_none) {
  for (const std::string& said :
       {std::string(), std::string("HTTP/1.1 200"), std::string("HTTP/1.1 200 OK\r\nX: y\r\n"),
        std::string("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
        std::string(kChunkedHead) + chunk_text("half"), std::string(kChunkedHead) + "5\r\nha"}) {
    const auto outcome = outcome_of(then_gone(said));
    EXPECT_EQ(outcome.end, End::kUnreachable) << said;
    EXPECT_EQ(outcome.what, "the connection was cut off before the answer was complete") << said;
    EXPECT_EQ(outcome.answer.body, "");
  }
}

TEST(HttpClientLimits, a_reset_is_a_cut) {
  const auto outcome = outcome_of([](Peer& peer) {
    peer.read_request();
    peer.reset();
  });
  EXPECT_EQ(outcome.end, End::kUnreachable);
}

TEST(HttpClientLimits, what_is_not_http_is_no_answer) {
  for (const char* said :
       {"SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n", "HTTP/1.1 abc\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
    EXPECT_EQ(outcome_of(then_gone(said)).end, End::kUnreachable) << said;
  }
}

TEST(HttpClientLimits, what_cannot_be_unpacked_is_no_answer) {
  const auto outcome =
      outcome_of(then_gone(answer_text(200, "not packed", "Content-Encoding: gzip\r\n")));
  EXPECT_EQ(outcome.end, End::kUnreachable);
}

TEST(HttpClientLimits, nobody_there_is_said_plainly) {
  std::string url;
  {
    url = ScriptedServer([](Peer&) {}).url();
  }
  const auto outcome = HttpClient(kLoopback).send({.url = url});
  EXPECT_EQ(outcome.end, End::kUnreachable);
  EXPECT_EQ(outcome.what, "nothing accepts connections there");
}

TEST(HttpClientLimits, a_name_that_is_none_is_said_plainly) {
  const FakeNames nothing_known;
  const auto outcome = HttpClient(kLoopback).send({.url = "https://unknown.example/"});
  EXPECT_EQ(outcome.end, End::kUnreachable);
  EXPECT_EQ(outcome.what, "the name of the host was not found");
}

TEST(HttpClientLimits, a_kept_connection_that_is_gone_is_replaced) {
  ScriptedServer server([](Peer& peer) {
    peer.read_request();
    peer.send(answer_text(200, "once"));
    peer.read_request();  // and goes away without an answer
  });
  const HttpClient client(kLoopback);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.send({.url = server.url()}).answer.body, "once");
  EXPECT_EQ(server.connections(), 3);
}

}  // namespace
}  // namespace handoff::testing
