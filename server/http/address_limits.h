#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

/// How many connections are open, in all and per address. Thread-safe.
namespace handoff::http {

class AddressLimits {
 public:
  enum class Verdict { kAdmitted, kAddressFull, kFull };

  /// One admitted connection; leaving scope gives its place back. Move-only. REQUIRES: the limits
  /// outlive it.
  class Ticket {
   public:
    Ticket(Ticket&& other) noexcept;
    Ticket& operator=(Ticket&&) = delete;
    ~Ticket();

   private:
    friend class AddressLimits;
    Ticket(AddressLimits& owner, std::string address);

    AddressLimits* owner_;
    std::string address_;
  };

  /// 0 means no limit.
  AddressLimits(std::size_t per_address, std::size_t total);

  /// `exempt`: a trusted proxy, which speaks for many clients and counts only in the total.
  Verdict admit(const std::string& address, bool exempt, std::optional<Ticket>& ticket);

  /// Waits until no ticket is left. False when `until` came first or `give_up` was called.
  bool wait_until_empty(std::chrono::steady_clock::time_point until);
  void give_up();

 private:
  void release(const std::string& address);

  const std::size_t per_address_;
  const std::size_t total_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, std::size_t> open_;
  std::size_t count_ = 0;
  bool given_up_ = false;
};

}  // namespace handoff::http
