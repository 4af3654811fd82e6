#include "support/fake_names.h"

#include <dlfcn.h>
#include <netdb.h>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace handoff::testing {
namespace {

using Addresses = std::vector<std::string>;

/// Outlives every FakeNames: threads of libcurl may still be inside.
struct Book {
  std::mutex mutex;
  std::condition_variable changed;
  bool open = false;
  int waiting = 0;
  std::map<std::string, std::deque<Addresses>> answers;
  std::optional<Addresses> others;
  std::set<std::string> silent;
  std::map<std::string, int> asked;
};

Book& book() {
  static Book* const only = new Book;
  return *only;
}

int real_getaddrinfo(const char* node, const char* service, const addrinfo* hints,
                     addrinfo** result) {
  static const auto real =
      reinterpret_cast<decltype(&::getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
  return real(node, service, hints, result);
}

/// Nullopt: the name is not known.
std::optional<Addresses> look_up(std::unique_lock<std::mutex>& lock, const std::string& name) {
  Book& names = book();
  ++names.asked[name];
  names.changed.notify_all();
  if (names.silent.contains(name)) {
    ++names.waiting;
    names.changed.wait(lock, [&] { return !names.open; });
    --names.waiting;
    names.changed.notify_all();
    return std::nullopt;
  }
  const auto found = names.answers.find(name);
  if (found == names.answers.end()) return names.others;
  auto& left = found->second;
  Addresses next = left.front();
  if (left.size() > 1) left.pop_front();
  return next;
}

int chain(const Addresses& addresses, const char* service, const addrinfo* hints,
          addrinfo** result) {
  *result = nullptr;
  for (const std::string& address : addresses) {
    addrinfo** end = result;
    while (*end) end = &(*end)->ai_next;
    real_getaddrinfo(address.c_str(), service, hints, end);
  }
  return *result ? 0 : EAI_NONAME;
}

}  // namespace

FakeNames::FakeNames() {
  const std::lock_guard lock(book().mutex);
  book().open = true;
}

FakeNames::~FakeNames() {
  std::unique_lock lock(book().mutex);
  book().open = false;
  book().changed.notify_all();
  book().changed.wait(lock, [] { return book().waiting == 0; });
  book().answers.clear();
  book().others.reset();
  book().silent.clear();
  book().asked.clear();
}

void FakeNames::answer(const std::string& name, std::vector<std::string> addresses) {
  const std::lock_guard lock(book().mutex);
  book().answers[name].push_back(std::move(addresses));
}

void FakeNames::answer_others(std::vector<std::string> addresses) {
  const std::lock_guard lock(book().mutex);
  book().others = std::move(addresses);
}

void FakeNames::keep_silent_about(const std::string& name) {
  const std::lock_guard lock(book().mutex);
  book().silent.insert(name);
}

void FakeNames::wait_until_asked(const std::string& name) {
  std::unique_lock lock(book().mutex);
  book().changed.wait(lock, [&] { return book().asked.contains(name); });
}

int FakeNames::times_asked(const std::string& name) const {
  const std::lock_guard lock(book().mutex);
  const auto found = book().asked.find(name);
  return found == book().asked.end() ? 0 : found->second;
}

}  // namespace handoff::testing

/// Found by every library before the C library's own, because the program itself has it.
extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints,
                           addrinfo** result) {
  using namespace handoff::testing;
  {
    std::unique_lock lock(book().mutex);
    if (book().open && node) {
      addrinfo numbers_only = hints ? *hints : addrinfo{};
      numbers_only.ai_flags |= AI_NUMERICHOST;
      if (real_getaddrinfo(node, service, &numbers_only, result) == 0) return 0;
      const auto addresses = look_up(lock, node);
      return addresses ? chain(*addresses, service, hints, result) : EAI_NONAME;
    }
  }
  return real_getaddrinfo(node, service, hints, result);
}
