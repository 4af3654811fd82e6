#include "handoff/detection.h"

#include <algorithm>
#include <tuple>

#include "conversation_triggers.h"
#include "judgement.h"
#include "keywords.h"
#include "request.h"
#include "signals.h"

namespace handoff {
namespace {

constexpr Percent kAcceptedOffer = 90;

/// Reads turns into memory that the thread keeps, so that a short message costs no allocations.
/// What a long one took is given back.
class TurnReader {
 public:
  TurnReader() = default;
  TurnReader(const TurnReader&) = delete;
  TurnReader& operator=(const TurnReader&) = delete;
  ~TurnReader() {
    for (std::size_t i = 0; i < count_; ++i) {
      if (kept()[i].message.source.size() > kKeptBytes) kept()[i] = {};
    }
  }

  /// The turns that count: since an agent last spoke, the newest few, with the visitor's language
  /// carried along.
  ReadTurns read(const std::vector<Turn>& turns) {
    const auto agent = std::find_if(turns.rbegin(), turns.rend(),
                                    [](const Turn& t) { return t.author == Author::kAgent; });
    auto first = agent.base();
    if (static_cast<std::size_t>(turns.end() - first) > kMaxTurns) first = turns.end() - kMaxTurns;
    std::size_t language = 0;
    for (; first != turns.end(); ++first) {
      if (first->author == Author::kSystem) continue;
      const ReadMessage& message = read_one(*first, language).message;
      if (message.language_known) language = message.language;
    }
    return {kept().data(), count_};
  }

 private:
  static constexpr std::size_t kKeptBytes = 1000;

  static std::vector<ReadTurn>& kept() {
    thread_local std::vector<ReadTurn> turns(1);
    return turns;
  }

  ReadTurn& read_one(const Turn& turn, std::size_t language) {
    if (count_ == kept().size()) kept().emplace_back();
    ReadTurn& read = kept()[count_++];
    read.turn = &turn;
    read_message(turn.text, language, read.message);
    if (turn.author != Author::kVisitor || read.message.text.tokens.empty()) {
      read.rules = {};
      read.judgement = {};
      read.sentiment = 0;
      return read;
    }
    find_rules(read.message, read.rules);
    read.judgement = judge(read.message, read.rules, read.words);
    read.sentiment = sentiment_of(read.judgement[Head::kNegative], read.message.valence);
    return read;
  }

  std::size_t count_ = 0;
};

/// What fires first, a request for a person before all, then by score.
bool comes_first(const Signal& a, const Signal& b) {
  const auto rank = [](const Signal& s) {
    return std::make_tuple(s.fires ? -static_cast<int>(s.action) : 0,
                           s.fires && s.reason == Reason::kUserRequest ? 0 : 1, -s.score,
                           static_cast<int>(s.reason));
  };
  return rank(a) < rank(b);
}

/// The deciding signal first, the others by score.
void order(Verdict& verdict) {
  auto& found = verdict.signals;
  if (found.empty()) return;
  const auto first = std::min_element(found.begin(), found.end(), comes_first);
  std::vector<Signal> ordered;
  ordered.reserve(found.size());
  ordered.push_back(std::move(*first));
  for (Percent score = 100; score >= 0; --score) {
    for (auto signal = found.begin(); signal != found.end(); ++signal) {
      if (signal != first && signal->score == score) ordered.push_back(std::move(*signal));
    }
  }
  found = std::move(ordered);
  const Signal* deciding = verdict.deciding();
  if (deciding == nullptr) return;
  verdict.decision = deciding->action;
  verdict.reason = deciding->reason;
  verdict.score = deciding->score;
}

void add(std::vector<Signal>& signals, std::optional<Signal> signal) {
  if (signal) signals.push_back(std::move(*signal));
}

Signal accepted_offer(const ReadMessage& message, Percent threshold) {
  return {.reason = Reason::kUserRequest,
          .score = kAcceptedOffer,
          .fires = kAcceptedOffer >= threshold,
          .action = Decision::kHandoff,
          .rule = "request.accepted_offer",
          .evidence = {
              message.evidence(0, static_cast<std::uint32_t>(message.text.tokens.size()) - 1)}};
}

}  // namespace

struct Detector::Compiled {
  explicit Compiled(const TriggerSettings& given) : settings(given), keywords(given.keywords) {}

  void add_requests(ReadTurns turns, std::size_t newest, std::vector<Signal>& signals) const;
  void add_topics(const ReadTurn& turn, const Attributes& attributes,
                  std::vector<Signal>& signals) const;

  TriggerSettings settings;
  Keywords keywords;
};

void Detector::Compiled::add_requests(ReadTurns turns, std::size_t newest,
                                      std::vector<Signal>& signals) const {
  if (!settings.user_request.enabled) return;
  const ReadMessage& message = turns[newest].message;
  const Percent threshold = settings.user_request.threshold;
  add_request_signals(turns[newest], threshold, signals);
  const bool answers_ai = newest > 0 && turns[newest - 1].turn->author == Author::kAi;
  if (answers_ai && accepts_offer(message, turns[newest - 1].message))
    signals.push_back(accepted_offer(message, threshold));
}

void Detector::Compiled::add_topics(const ReadTurn& turn, const Attributes& attributes,
                                    std::vector<Signal>& signals) const {
  if (!settings.keywords.empty()) {
    for (Signal& signal : keywords.signals(turn.message)) signals.push_back(std::move(signal));
  }
  if (settings.complaint.enabled) add(signals, complaint_signal(turn, settings.complaint));
  if (settings.technical_issue.enabled)
    add(signals, technical_signal(turn, settings.technical_issue));
  if (settings.high_value_lead.enabled)
    add(signals, lead_signal(turn, attributes, settings.high_value_lead));
}

Detector::Detector(const TriggerSettings& settings)
    : compiled_(std::make_unique<const Compiled>(settings)) {}
Detector::~Detector() = default;
Detector::Detector(Detector&&) noexcept = default;
Detector& Detector::operator=(Detector&&) noexcept = default;

Verdict Detector::detect(const DetectionInput& input) const {
  Verdict verdict;
  TurnReader reader;
  const ReadTurns turns = reader.read(input.turns);
  std::size_t newest = turns.size();
  while (newest > 0 && turns[newest - 1].turn->author != Author::kVisitor) --newest;
  if (newest == 0) return verdict;
  const ReadMessage& message = turns[--newest].message;
  verdict.language = Lexicon::built_in().code(message.language);
  verdict.sentiment = turns[newest].sentiment;
  const TriggerSettings& settings = compiled_->settings;
  auto& signals = verdict.signals;
  compiled_->add_requests(turns, newest, signals);
  compiled_->add_topics(turns[newest], input.attributes, signals);
  if (settings.low_confidence.enabled)
    add(signals, low_confidence_signal(turns, settings.low_confidence));
  if (settings.negative_sentiment.enabled)
    add(signals, sentiment_signal(turns, settings.negative_sentiment));
  if (settings.failed_attempts.enabled) add(signals, failed_attempts_signal(turns, settings));
  order(verdict);
  return verdict;
}

Percent Detector::sentiment(std::string_view text) const {
  return TurnReader().read({{Author::kVisitor, std::string(text)}}).front().sentiment;
}

const Signal* Verdict::deciding() const {
  return !signals.empty() && signals.front().fires ? &signals.front() : nullptr;
}

}  // namespace handoff
