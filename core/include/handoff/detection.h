#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "handoff/settings.h"
#include "handoff/time.h"

/// Decides whether a conversation should be handed to a human, and says why: rule and words.
/// Integer arithmetic and tables only, so that native and WebAssembly verdicts are equal to the
/// byte.
namespace handoff {

enum class Author { kVisitor, kAi, kAgent, kSystem };

enum class Reason {
  kUserRequest,
  kLowConfidence,
  kNegativeSentiment,
  kKeyword,
  kFailedAttempts,
  kComplaint,
  kTechnicalIssue,
  kHighValueLead,
  kAiError,
  kManual,
};

enum class Decision { kContinue, kOffer, kHandoff };

std::string_view to_string(Author author);
std::string_view to_string(Reason reason);
std::string_view to_string(Decision decision);
std::optional<Reason> reason_from(std::string_view name);
std::optional<Author> author_from(std::string_view name);

/// Byte offsets `[start, end)` into the UTF-8 text of the newest visitor message, and those bytes.
struct Evidence {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string text;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Signal {
  Reason reason = Reason::kUserRequest;
  Percent score = 0;                      ///< [0, 100], printed as 0.97
  bool fires = false;                     ///< reaches its trigger's threshold or count
  Decision action = Decision::kContinue;  ///< what it asks for when it fires; not printed
  std::string rule;  ///< `request.talk_to_person`: group and name, stable, cited to the agent
  std::vector<Evidence> evidence;

  friend bool operator==(const Signal&, const Signal&) = default;
};

struct Verdict {
  Decision decision = Decision::kContinue;
  std::optional<Reason> reason = std::nullopt;  ///< of the strongest firing signal
  Percent score = 0;                            ///< of that signal; 0 when nothing fires
  Percent sentiment = 0;        ///< [-100, 100], of the newest visitor message, printed as -0.62
  std::string language = "en";  ///< ISO 639-1 of the newest visitor message
  std::vector<Signal> signals = {};  ///< the verdict's own first, then by score

  const Signal* deciding() const;  ///< the signal that made the verdict, or null

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// One message of the conversation, oldest first.
struct Turn {
  Author author = Author::kVisitor;
  std::string text;
  std::optional<Percent> confidence = std::nullopt;  ///< AI turns only
  std::optional<Instant> at = std::nullopt;
};

struct DetectionInput {
  std::vector<Turn> turns;
  Attributes attributes = {};
};

/// Built once per settings; `detect` is const and may be called from any thread.
class Detector {
 public:
  explicit Detector(const TriggerSettings& settings);
  ~Detector();
  Detector(Detector&&) noexcept;
  Detector& operator=(Detector&&) noexcept;

  /// Judges the newest visitor message in the light of the turns before it. No visitor turn:
  /// `kContinue`.
  Verdict detect(const DetectionInput& input) const;

  /// Sentiment of one text alone, [-100, 100].
  Percent sentiment(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace handoff
