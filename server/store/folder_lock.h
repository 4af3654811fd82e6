#pragma once

#include <filesystem>

#include "handoff/result.h"

namespace handoff {

/// Holds `handoff.lock` in a data folder for one process. The lock goes with the process, also when
/// it is killed.
class FolderLock {
 public:
  /// kUnavailable when another process holds the folder (its number is in the message) or when it
  /// cannot be written.
  static Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace handoff
