#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "handoff/result.h"
#include "http/router.h"

namespace handoff::http {

/// The web files, read into memory once at start: nothing outside the folder can be reached,
/// whatever the path says. Thread-safe once loaded.
class StaticFiles {
 public:
  /// Reads a folder. kInvalid when it is missing or holds no dashboard. Links that lead out of it
  /// are left out.
  static Result<StaticFiles> load(const std::filesystem::path& folder);

  /// Registers the dashboard's pages, the demo page, the loader and the hashed assets. REQUIRES:
  /// outlives the router.
  void add_routes(Router& router) const;

 private:
  struct File {
    std::string bytes;
    std::string type;
    std::string etag;
    std::string cache;  ///< `Cache-Control`
    bool page = false;
  };

  void serve(const std::string& path, const Request& request, Response& response) const;
  static File read(const std::filesystem::path& path, const std::string& name);

  std::map<std::string, File> files_;  ///< by path below the folder: `assets/app-1a2b.js`
};

}  // namespace handoff::http
