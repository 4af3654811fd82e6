#include "store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace handoff {
namespace {

std::string holder_of(int descriptor) {
  char digits[16] = {};
  const ssize_t length = pread(descriptor, digits, sizeof(digits) - 1, 0);
  const long pid = length > 0 ? std::strtol(digits, nullptr, 10) : 0;
  return pid > 0 ? " (process " + std::to_string(pid) + ")" : "";
}

/// Only for the message above, so a failure to write it is no failure to lock.
void write_holder(int descriptor) {
  const std::string pid = std::to_string(getpid()) + "\n";
  if (ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const ssize_t written = pwrite(descriptor, pid.data(), pid.size(), 0);
  }
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::string path = (folder / "handoff.lock").string();
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "the data folder " + folder.string() +
                            " cannot be written: " + std::generic_category().message(errno) +
                            "; name a folder that this user may write to"};
  }
  FolderLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "the data folder " + folder.string() +
                            " is in use by another handoff process" + holder_of(descriptor) +
                            "; stop it first, or name another folder"};
  }
  write_holder(descriptor);
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace handoff
