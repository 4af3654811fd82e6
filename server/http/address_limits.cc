#include "http/address_limits.h"

#include <utility>

namespace handoff::http {

AddressLimits::Ticket::Ticket(AddressLimits& owner, std::string address)
    : owner_(&owner), address_(std::move(address)) {}

AddressLimits::Ticket::Ticket(Ticket&& other) noexcept
    : owner_(std::exchange(other.owner_, nullptr)), address_(std::move(other.address_)) {}

AddressLimits::Ticket::~Ticket() {
  if (owner_ != nullptr) owner_->release(address_);
}

AddressLimits::AddressLimits(std::size_t per_address, std::size_t total)
    : per_address_(per_address), total_(total) {}

AddressLimits::Verdict AddressLimits::admit(const std::string& address, bool exempt,
                                            std::optional<Ticket>& ticket) {
  const std::lock_guard lock(mutex_);
  if (total_ != 0 && count_ >= total_) return Verdict::kFull;
  std::size_t& open = open_[address];
  if (!exempt && per_address_ != 0 && open >= per_address_) return Verdict::kAddressFull;
  ++open;
  ++count_;
  ticket.emplace(Ticket(*this, address));
  return Verdict::kAdmitted;
}

bool AddressLimits::wait_until_empty(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, until, [this] { return count_ == 0 || given_up_; });
  return count_ == 0;
}

void AddressLimits::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  changed_.notify_all();
}

void AddressLimits::release(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto found = open_.find(address);
  if (--found->second == 0) open_.erase(found);
  if (--count_ == 0) changed_.notify_all();
}

}  // namespace handoff::http
