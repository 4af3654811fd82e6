#include <benchmark/benchmark.h>

#include <string>

#include "handoff/detection.h"

/// Detection per message, beside a bare loop over the same bytes (lower-casing them), so that a
/// ratio means something on any machine.
namespace handoff {
namespace {

/// An ordinary message of about `length` bytes, English and Romanian mixed.
std::string message_of(std::size_t length) {
  static const std::string kWords =
      "Hello, my order has not arrived yet and I would like to know when it comes. Bună ziua, "
      "comanda mea nu a ajuns. ";
  std::string text;
  while (text.size() < length) text += kWords;
  return text.substr(0, length);
}

TriggerSettings with_keywords(int count) {
  TriggerSettings settings;
  for (int i = 0; i < count; ++i) settings.keywords.push_back({"keyword" + std::to_string(i)});
  return settings;
}

void BM_BareLoop(benchmark::State& state) {
  const std::string text = message_of(static_cast<std::size_t>(state.range(0)));
  std::string out(text.size(), '\0');
  for (auto _ : state) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      out[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    benchmark::DoNotOptimize(out.data());
    benchmark::ClobberMemory();
  }
}
BENCHMARK(BM_BareLoop)->Arg(50)->Arg(500)->Arg(4000);

void BM_Detect(benchmark::State& state) {
  const Detector detector(with_keywords(static_cast<int>(state.range(1))));
  const DetectionInput input{
      {{Author::kVisitor, message_of(static_cast<std::size_t>(state.range(0)))}}};
  for (auto _ : state) benchmark::DoNotOptimize(detector.detect(input));
}
BENCHMARK(BM_Detect)->ArgsProduct({{50, 500, 4000}, {0, 100, 1000}});

}  // namespace
}  // namespace handoff
