#include "cli_explain.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "cli_detection_lines.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kColumns = 68;  ///< of the text in an 80 column terminal
constexpr std::size_t kBefore = 20;   ///< of them, what is kept of the text before a span
constexpr std::string_view kIndent = "           ";
constexpr std::string_view kCut = "…";

std::string decimal(Percent value) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value / 100.0);
  return out.data();
}

std::string row(std::string_view name, const std::string& value) {
  std::string out(name);
  out.resize(std::max(kIndent.size(), out.size() + 1), ' ');
  return out + value + '\n';
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    out.push_back(first_code_points(text, 1));
    text.remove_prefix(out.back().size());
  }
  return out;
}

bool is_control(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  return character.size() == 2 && byte(0) == 0xC2 && byte(1) < 0xA0;
}

/// The characters `[first, last)`, with `…` in place of the outer ones when something is left out.
std::string window(const std::vector<std::string_view>& characters, std::size_t first,
                   std::size_t last) {
  std::string out;
  for (std::size_t at = first; at < last; ++at) {
    const bool cut = (at == first && first > 0) || (at + 1 == last && last < characters.size());
    out += cut ? kCut : is_control(characters[at]) ? " " : characters[at];
  }
  return out;
}

std::string start_of(std::string_view text) {
  const auto characters = characters_of(text);
  return window(characters, 0, std::min(characters.size(), kColumns));
}

const Turn* newest_message(const DetectionInput& input) {
  const auto turn = std::find_if(input.turns.rbegin(), input.turns.rend(),
                                 [](const Turn& t) { return t.author == Author::kVisitor; });
  return turn == input.turns.rend() ? nullptr : &*turn;
}

std::string threshold(Percent value, std::string_view trigger) {
  return "a score of " + decimal(value) + " (triggers." + std::string(trigger) + ".threshold)";
}

std::string confidence_needed(const Signal& signal, const TriggerSettings::LowConfidence& trigger) {
  return "a confidence below " + decimal(trigger.threshold) +
         " for a handoff (triggers.low_confidence.threshold) or below " +
         decimal(trigger.offer_below) +
         " for an offer (triggers.low_confidence.offer_below); it is " +
         decimal(100 - signal.score);
}

std::string needed(const Signal& signal, const TriggerSettings& triggers) {
  switch (signal.reason) {
    case Reason::kUserRequest:
      return threshold(triggers.user_request.threshold, "user_request");
    case Reason::kLowConfidence:
      return confidence_needed(signal, triggers.low_confidence);
    case Reason::kNegativeSentiment:
      return threshold(triggers.negative_sentiment.threshold, "negative_sentiment") + " over " +
             std::to_string(triggers.negative_sentiment.messages) +
             " messages (triggers.negative_sentiment.messages)";
    case Reason::kKeyword:
      return "nothing but the words (triggers.keywords)";
    case Reason::kFailedAttempts:
      return std::to_string(triggers.failed_attempts.count) +
             " attempts (triggers.failed_attempts.count), a score of 1.00";
    case Reason::kComplaint:
      return threshold(triggers.complaint.threshold, "complaint");
    case Reason::kTechnicalIssue:
      return threshold(triggers.technical_issue.threshold, "technical_issue");
    case Reason::kHighValueLead:
      return threshold(triggers.high_value_lead.threshold, "high_value_lead");
    case Reason::kAiError:
    case Reason::kManual:
      break;  // never read from words
  }
  return "nothing";
}

std::string signal_rows(const Signal& signal, std::string_view text,
                        const TriggerSettings& triggers) {
  const std::string ending =
      signal.fires ? "fires: " + std::string(to_string(signal.action)) : "does not fire";
  std::string out = row(
      "signal", std::string(to_string(signal.reason)) + " " + decimal(signal.score) + " " + ending);
  out += row("  needs", needed(signal, triggers));
  out += row("  rule", signal.rule);
  if (signal.evidence.empty()) return out + row("  words", "none in this message");
  std::string words;
  for (const Evidence& span : signal.evidence) words += marked_words(text, span, kIndent);
  return out + row("  words", words.substr(kIndent.size(), words.size() - kIndent.size() - 1));
}

std::string verdict_words(const Verdict& verdict) {
  std::string out(to_string(verdict.decision));
  if (!verdict.reason) return out + ": nothing fires";
  return out + ": " + std::string(to_string(*verdict.reason)) + " " + decimal(verdict.score);
}

std::string trace(const DetectionInput& input, const Verdict& verdict,
                  const TriggerSettings& triggers) {
  const Turn* message = newest_message(input);
  if (!message)
    return row("message", "none of the visitor") + row("verdict", verdict_words(verdict));
  std::string out = row("message", start_of(message->text));
  out += row("verdict", verdict_words(verdict));
  out += row("language", verdict.language);
  out += row("sentiment", decimal(verdict.sentiment));
  if (verdict.signals.empty()) out += row("signal", "none");
  for (const Signal& signal : verdict.signals) out += signal_rows(signal, message->text, triggers);
  return out;
}

}  // namespace

std::string marked_words(std::string_view text, const Evidence& span, std::string_view indent) {
  const auto characters = characters_of(text);
  const auto column = [&](std::size_t byte) {
    return code_points(text.substr(0, std::min(byte, text.size())));
  };
  const std::size_t start = column(span.start);
  const std::size_t end = std::max(start, column(span.end));
  std::size_t first = 0;
  if (characters.size() > kColumns && end > kColumns - 1) {
    // The end of the text fills the line when the span is near it.
    first = std::min(start - std::min(start, kBefore), characters.size() - kColumns);
  }
  const std::size_t last = std::min(characters.size(), first + kColumns);
  std::string out(indent);
  out += window(characters, first, last) + '\n';
  out += std::string(indent) + std::string(start - first, ' ');
  return out + std::string(std::min(end, last) - start, '^') + '\n';
}

int run_explain(const Settings& settings, std::istream& in, std::ostream& out) {
  const Detector detector(settings.triggers);
  answer_detection_lines(in, out, [&](const DetectionLine& line) {
    const std::string id = line.id.is_null() ? "" : ", id " + dump_json(line.id);
    const std::string head = row("line", std::to_string(line.number) + id);
    if (!line.input) return head + row("error", line.input.error().message);
    return head + trace(*line.input, detector.detect(*line.input), settings.triggers);
  });
  return 0;
}

}  // namespace handoff
