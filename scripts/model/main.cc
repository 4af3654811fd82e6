#include <array>
#include <cmath>
#include <iostream>

#include "packing.h"
#include "report.h"

namespace handoff::training {
namespace {

struct Options {
  std::string data, sentences, out;
  bool hold_out = false;
};

bool parse(int count, char** words, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--hold-out") {
      options.hold_out = true;
      continue;
    }
    std::string* value = word == "--data"        ? &options.data
                         : word == "--sentences" ? &options.sentences
                         : word == "--out"       ? &options.out
                                                 : nullptr;
    if (value == nullptr || ++i == count) return false;
    *value = words[i];
  }
  return !options.data.empty() && !options.sentences.empty() && !options.out.empty();
}

std::vector<Example> examples_of(const std::vector<Row>& rows) {
  std::vector<Example> examples;
  for (const Row& row : rows) examples.push_back(example_of(row));
  return examples;
}

void append(std::vector<Row>& rows, const std::vector<Row>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

/// Our own sentences, some of them varied, and the data.
std::vector<Example> training_set(std::vector<Row> ours, const std::vector<Row>& data) {
  const std::vector<Row> more = varied(ours);
  append(ours, more);
  append(ours, data);
  return examples_of(ours);
}

/// Moves each head so that the best threshold on unseen sentences falls on the trigger's default.
void calibrate(Fitted& model, const std::array<float, kHeads>& thresholds) {
  static constexpr std::array<float, kHeads> kDefaults = {0.5f, 0.5f, 0.5f, 0.6f, 0.6f, 0.5f};
  for (std::size_t h = 0; h < kHeads; ++h)
    model.bias[h] += std::log(kDefaults[h] / (1 - kDefaults[h])) - thresholds[h];
}

int run(const Options& options) {
  const std::vector<Row> all = read_folder(options.sentences);
  std::vector<Row> seen, held_out;
  for (const Row& row : all) (row.held_out ? held_out : seen).push_back(row);
  const std::vector<Row> data = read_folder(options.data);
  const std::vector<Example> unseen = examples_of(held_out);
  Fitted model = fit(training_set(seen, data), {});
  const auto thresholds = best_thresholds(model, unseen);
  report("held out", model, unseen, thresholds);
  // What is shipped has seen every sentence; where its thresholds lie is known from the other fit.
  if (!options.hold_out) model = fit(training_set(all, data), {});
  calibrate(model, thresholds);
  write_weights(model, options.out);
  return 0;
}

}  // namespace
}  // namespace handoff::training

int main(int count, char** words) {
  handoff::training::Options options;
  if (!handoff::training::parse(count, words, options)) {
    std::cerr << "usage: train_model --data DIR --sentences DIR --out FILE [--hold-out]\n";
    return 2;
  }
  return handoff::training::run(options);
}
