#include "request_clause.h"

#include <algorithm>

namespace handoff {
namespace {

// How sure each reading is. The default threshold is 0.50.
constexpr int kStrong = 3;  ///< "human"
constexpr int kPerson = 2;  ///< "manager"
constexpr int kWeak = 1;    ///< "someone"
constexpr Percent kWantPersonScores[] = {0, 40, 75, 90};
constexpr Percent kAnyoneScores[] = {0, 40, 45, 65};
constexpr Percent kRefuseScore = 85;
constexpr Percent kDepartmentScore = 78;
constexpr Percent kDepartmentWanted = 60;
constexpr Percent kCallMeScore = 80;
constexpr Percent kDoubt = 25;  ///< taken off for a statement that only looks like a request

constexpr Percent kAlone = 20;  ///< added when nothing follows: "is anybody there?"

constexpr std::uint32_t kContactGap = 6;
constexpr std::uint32_t kGiveGap = 3;
constexpr std::uint32_t kRefuseGap = 5;
constexpr std::uint32_t kMachineGap = 4;

}  // namespace

void RequestClause::take(const SlotHit& hit) {
  switch (hit.slot) {
    case Slot::kWant:
      return want(hit);
    case Slot::kGive:
      return give(hit);
    case Slot::kContact:
      return contact(hit);
    case Slot::kTargetStrong:
      return target(hit, kStrong);
    case Slot::kTargetPerson:
      return target(hit, kPerson);
    case Slot::kTargetWeak:
      return target(hit, kWeak);
    case Slot::kDepartment:
      return department(hit);
    case Slot::kCallback:
      return callback(hit);
    case Slot::kCallMe:
      return call_me(hit);
    case Slot::kCallTail:
      return call_tail(hit);
    case Slot::kMachine:
    case Slot::kBot:
    case Slot::kRefusal:
      return bot(hit);
    default:
      return remember(hit);
  }
}

/// Slots that mean nothing alone and colour what follows.
void RequestClause::remember(const SlotHit& hit) {
  switch (hit.slot) {
    case Slot::kExists:
      exists_ = hit;
      return;
    case Slot::kRoute:
      route_ = hit;
      return;
    case Slot::kTalking:
      talking_ = hit;
      return;
    case Slot::kRefuse:
      refuse_ = hit;
      return;
    case Slot::kNegation:
      negation_ = hit;
      return;
    case Slot::kIdentity:
      identity_ = hit;
      return;
    case Slot::kPast:
      past_ = true;
      return;
    case Slot::kFeature:
      feature_ = std::max<int>(feature_, hit.weight);
      return;
    default:
      return;
  }
}

void RequestClause::want(const SlotHit& hit) {
  if (negation_.set() && negation_.hit->overlaps(hit)) return;
  want_ = hit;
}

/// "einen Mitarbeiter bitte", "ügyintézőt kérek": what is wanted may come first.
void RequestClause::give(const SlotHit& hit) {
  if (negation_.set() && negation_.hit->overlaps(hit)) return;
  give_ = hit;
  if (target_strength_ < kPerson || !target_.leads_to(hit, 1)) return;
  if (taken_back(target_.hit->first, target_.hit->first)) return;
  find(RequestRule::kWantPerson, kWantPersonScores[target_strength_] - kDoubt, target_.hit->first,
       hit.last);
}

/// "a human I can talk to", "mit dem Vertrieb sprechen": the person came first.
void RequestClause::contact(const SlotHit& hit) {
  contact_ = hit;
  if (department_.leads_to(hit, kGiveGap) && (want_.set() || short_clause()) &&
      !taken_back(department_.hit->first, department_.hit->first)) {
    find(RequestRule::kDepartment, kDepartmentScore, department_.hit->first, hit.last);
  }
  if (!target_.leads_to(hit, kContactGap)) return;
  if (!want_.set() && !exists_.set() && !give_.set()) return;
  const std::uint32_t anchor = exists_.set() ? exists_.hit->first : target_.hit->first;
  if (taken_back(anchor, target_.hit->first)) return;
  find(RequestRule::kTalkToPerson, contact_score(target_strength_), target_.hit->first, hit.last);
}

Percent RequestClause::contact_score(int strength) const {
  if (strength == kStrong) return want_.set() ? 97 : 92;
  if (strength == kPerson) return want_.set() ? 90 : 80;
  if (want_.set()) return 82;
  return short_clause() ? 70 : 45;
}

void RequestClause::target(const SlotHit& hit, int strength) {
  target_ = hit;
  target_strength_ = strength;
  if (contact_.leads_to(hit, kContactGap) && !taken_back(contact_.hit->first, hit.first)) {
    find(RequestRule::kTalkToPerson, contact_score(strength), contact_.hit->first, hit.last);
  }
  const bool wanted = want_.set() || give_.set();
  if (talking_.leads_to(hit, kContactGap) && wanted &&
      !taken_back(talking_.hit->first, hit.first)) {
    find(RequestRule::kTalkToPerson, contact_score(strength), talking_.hit->first, hit.last);
  }
  if (strength >= kPerson && route_.leads_to(hit, kGiveGap) &&
      !taken_back(route_.hit->first, hit.first)) {
    find(RequestRule::kTalkToPerson, contact_score(strength) - 10, route_.hit->first, hit.last);
  }
  if (give_.leads_to(hit, kGiveGap) && !taken_back(give_.hit->first, hit.first)) {
    find(RequestRule::kWantPerson, kWantPersonScores[strength], give_.hit->first, hit.last);
  }
  if (exists_.leads_to(hit, 2) && !taken_back(exists_.hit->first, hit.first)) {
    const bool alone = hit.last + 1 == clause_.last && short_clause();
    find(RequestRule::kAnyoneThere, kAnyoneScores[strength] + (alone ? kAlone : 0),
         exists_.hit->first, hit.last);
  }
}

void RequestClause::department(const SlotHit& hit) {
  department_ = hit;
  if (contact_.leads_to(hit, kContactGap) && !taken_back(contact_.hit->first, hit.first)) {
    find(RequestRule::kDepartment, kDepartmentScore, contact_.hit->first, hit.last);
  } else if (route_.leads_to(hit, 1) && !taken_back(route_.hit->first, hit.first)) {
    find(RequestRule::kDepartment, kDepartmentScore - 10, route_.hit->first, hit.last);
  } else if (give_.leads_to(hit, 1) && hit.weight > 50 &&
             !taken_back(give_.hit->first, hit.first)) {
    find(RequestRule::kDepartment, kDepartmentWanted, give_.hit->first, hit.last);
  }
}

void RequestClause::callback(const SlotHit& hit) {
  if (negation_.set() && negation_.hit->overlaps(hit)) return;
  if (!taken_back(hit.first, hit.first))
    find(RequestRule::kCallback, hit.weight, hit.first, hit.last);
}

/// "call me" alone is a request, "call me Anna" is a name.
void RequestClause::call_me(const SlotHit& hit) {
  call_me_ = hit;
  const auto& tokens = message_.text.tokens;
  const bool ends = hit.last + 1 == clause_.last;
  const bool number = !ends && tokens[hit.last + 1].kind == TokenKind::kNumber;
  if ((ends || number) && !taken_back(hit.first, hit.first)) {
    find(RequestRule::kCallback, kCallMeScore, hit.first, hit.last);
  }
}

void RequestClause::call_tail(const SlotHit& hit) {
  if (!call_me_.leads_to(hit, 0) || taken_back(call_me_.hit->first, call_me_.hit->first)) return;
  find(RequestRule::kCallback, kCallMeScore, call_me_.hit->first, hit.last);
}

void RequestClause::bot(const SlotHit& hit) {
  const bool talks_to_it =
      contact_.leads_to(hit, kMachineGap) || talking_.leads_to(hit, kMachineGap);
  if (hit.slot == Slot::kMachine && !talks_to_it) return;
  if (identity_.set() && !ended_by_want(*identity_.hit, hit.first)) return;
  if (hit.slot == Slot::kRefusal) {
    find(RequestRule::kRefuseBot, hit.weight, hit.first, hit.last);
  } else if (refuse_.leads_to(hit, kRefuseGap)) {
    find(RequestRule::kRefuseBot, kRefuseScore, refuse_.hit->first, hit.last);
  } else if (negation_.leads_to(hit, kRefuseGap)) {
    find(RequestRule::kRefuseBot, kRefuseScore, negation_.hit->first, hit.last);
  }
}

/// A wish after the veto begins anew: "I don't want a bot I want a human".
bool RequestClause::ended_by_want(const SlotHit& veto, std::uint32_t anchor) const {
  const auto begins_anew = [&](const Last& wish) {
    if (!wish.set() || wish.hit->first > anchor) return false;
    const bool later = wish.hit->last > veto.last && wish.hit->first >= veto.first;
    const bool around =
        veto.slot == Slot::kIdentity && wish.hit->overlaps(veto);  // "how do i talk to"
    return later || around;
  };
  return begins_anew(want_) || begins_anew(give_);
}

bool RequestClause::taken_back(std::uint32_t anchor, std::uint32_t target) const {
  if (negation_.set() && negation_.hit->first <= target && !ended_by_want(*negation_.hit, anchor))
    return true;
  return identity_.set() && identity_.hit->first <= target &&
         !ended_by_want(*identity_.hit, anchor);
}

void RequestClause::find(RequestRule rule, Percent score, std::uint32_t first, std::uint32_t last) {
  RequestFind& best = finds_[static_cast<std::size_t>(rule)];
  const bool goes_on = score == best.score && first <= best.last && last > best.last;
  if (goes_on) first = std::min(first, best.first);
  if (score > best.score || goes_on) best = {score, first, last};
}

const RequestFinds& RequestClause::finish() {
  const auto drop = [&](RequestRule rule) { finds_[static_cast<std::size_t>(rule)] = {}; };
  if (feature_ >= 1) {
    drop(RequestRule::kWantPerson);
    drop(RequestRule::kAnyoneThere);
  }
  if (feature_ >= 2) finds_ = {};
  if (past_ && !want_.set()) {
    for (RequestFind& found : finds_) found.score = std::max(0, found.score - 2 * kDoubt);
  }
  return finds_;
}

}  // namespace handoff
