#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "message.h"

/// The slots of one clause, read from left to right, put together to a request.
namespace handoff {

enum class RequestRule : std::uint8_t {
  kTalkToPerson,
  kWantPerson,
  kPersonAlone,
  kAnyoneThere,
  kDepartment,
  kCallback,
  kRefuseBot,
};
inline constexpr std::size_t kRequestRules = 7;

/// `request.talk_to_person` and so on, in the order of `RequestRule`.
inline constexpr std::array<std::string_view, kRequestRules> kRequestRuleNames = {
    "request.talk_to_person", "request.want_person", "request.person_alone", "request.anyone_there",
    "request.department",     "request.callback",    "request.refuse_bot"};

struct RequestFind {
  Percent score = 0;  ///< 0: nothing found
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
using RequestFinds = std::array<RequestFind, kRequestRules>;

/// Hits must be given in the order of the message, without those that a mask hides, and must stay
/// where they are; `finish` after the last.
class RequestClause {
 public:
  RequestClause(const ReadMessage& message, const Clause& clause)
      : message_(message), clause_(clause) {}

  void take(const SlotHit& hit);
  /// What is left when the whole clause has been read. Calls for a person that stands alone are not
  /// made here.
  const RequestFinds& finish();

 private:
  /// The last hit of a slot in this clause.
  struct Last {
    const SlotHit* hit = nullptr;  ///< null: none yet

    void operator=(const SlotHit& value) { hit = &value; }
    bool set() const { return hit != nullptr; }
    /// At most `gap` words between it and `next`, which follows.
    bool leads_to(const SlotHit& next, std::uint32_t gap) const {
      return set() && hit->last < next.first && next.first - hit->last <= gap + 1;
    }
  };

  void remember(const SlotHit& hit);
  void want(const SlotHit& hit);
  void give(const SlotHit& hit);
  void contact(const SlotHit& hit);
  void target(const SlotHit& hit, int strength);
  void department(const SlotHit& hit);
  void callback(const SlotHit& hit);
  void call_me(const SlotHit& hit);
  void call_tail(const SlotHit& hit);
  void bot(const SlotHit& hit);
  void find(RequestRule rule, Percent score, std::uint32_t first, std::uint32_t last);
  bool taken_back(std::uint32_t anchor, std::uint32_t target) const;
  bool ended_by_want(const SlotHit& veto, std::uint32_t anchor) const;
  Percent contact_score(int strength) const;
  bool short_clause() const { return clause_.last - clause_.first <= 7; }

  const ReadMessage& message_;
  Clause clause_;
  RequestFinds finds_ = {};
  Last want_ = {}, give_ = {}, exists_ = {}, contact_ = {}, route_ = {}, talking_ = {},
       target_ = {}, department_ = {}, call_me_ = {}, refuse_ = {}, negation_ = {}, identity_ = {};
  int target_strength_ = 0;
  int feature_ = 0;
  bool past_ = false;
};

}  // namespace handoff
