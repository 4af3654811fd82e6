#pragma once

#include <sqlite3.h>

#include <atomic>

namespace handoff::testing {

/// A SQLite disk that fails on demand: while one exists it is the default VFS of the process, and
/// every WAL file opened meanwhile obeys `fail_writes` and `fail_syncs`. One at a time.
class FaultyDisk {
 public:
  FaultyDisk() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
    vfs_.zName = "faulty";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.pAppData = this;
    vfs_.xOpen = &FaultyDisk::open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyDisk() { sqlite3_vfs_unregister(&vfs_); }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  std::atomic<int> fail_writes{
      0};  ///< the SQLite code that writes to the WAL answer; 0: they succeed
  std::atomic<int> fail_syncs{0};  ///< the same for fsync

 private:
  struct File {
    sqlite3_file base;
    FaultyDisk* disk;
    sqlite3_io_methods methods;
  };

  static sqlite3_file* real_file(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
  }
  static FaultyDisk& disk_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->disk; }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
    auto& disk = *static_cast<FaultyDisk*>(vfs->pAppData);
    if ((flags & SQLITE_OPEN_WAL) == 0)
      return disk.real_->xOpen(disk.real_, name, file, flags, out);
    const int code = disk.real_->xOpen(disk.real_, name, real_file(file), flags, out);
    file->pMethods = nullptr;
    if (code != SQLITE_OK) return code;
    auto* wrapped = reinterpret_cast<File*>(file);
    wrapped->disk = &disk;
    wrapped->methods = methods();
    file->pMethods = &wrapped->methods;
    return SQLITE_OK;
  }

  /// A WAL file is only read, written, cut, synced and measured; its locks and shared memory belong
  /// to the main file.
  static sqlite3_io_methods methods() {
    sqlite3_io_methods m{};
    m.iVersion = 1;
    m.xClose = [](sqlite3_file* f) { return real_file(f)->pMethods->xClose(real_file(f)); };
    m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
      return real_file(f)->pMethods->xRead(real_file(f), to, n, at);
    };
    m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
      const int fault = disk_of(f).fail_writes;
      return fault ? fault : real_file(f)->pMethods->xWrite(real_file(f), from, n, at);
    };
    m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
      return real_file(f)->pMethods->xTruncate(real_file(f), size);
    };
    m.xSync = [](sqlite3_file* f, int flags) {
      const int fault = disk_of(f).fail_syncs;
      return fault ? fault : real_file(f)->pMethods->xSync(real_file(f), flags);
    };
    m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
      return real_file(f)->pMethods->xFileSize(real_file(f), size);
    };
    m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
      return real_file(f)->pMethods->xFileControl(real_file(f), op, arg);
    };
    m.xSectorSize = [](sqlite3_file* f) {
      return real_file(f)->pMethods->xSectorSize(real_file(f));
    };
    m.xDeviceCharacteristics = [](sqlite3_file* f) {
      return real_file(f)->pMethods->xDeviceCharacteristics(real_file(f));
    };
    return m;
  }

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_;
};

}  // namespace handoff::testing
