#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "http/problem.h"
#include "service/secrets.h"

namespace handoff::http {
namespace {

namespace fs = std::filesystem;

struct TypeByEnding {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<TypeByEnding, 9> kTypes{{{".html", "text/html; charset=utf-8"},
                                              {".js", "text/javascript; charset=utf-8"},
                                              {".css", "text/css; charset=utf-8"},
                                              {".wasm", "application/wasm"},
                                              {".json", "application/json"},
                                              {".svg", "image/svg+xml"},
                                              {".png", "image/png"},
                                              {".map", "application/json"},
                                              {".webmanifest", "application/manifest+json"}}};

/// Nothing inline, nothing from elsewhere; WebAssembly may be compiled. Nobody may frame our pages.
constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src "
    "'self'; img-src 'self' data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

std::string type_of(const std::string& name) {
  for (const auto& known : kTypes) {
    if (name.size() > known.ending.size() && name.ends_with(known.ending))
      return std::string(known.type);
  }
  return "application/octet-stream";
}

std::string hex_of(const std::string& bytes) {
  std::string out;
  for (const unsigned char byte : bytes.substr(0, 12)) {
    constexpr char kDigits[] = "0123456789abcdef";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace

StaticFiles::File StaticFiles::read(const fs::path& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  File file{.bytes = bytes.str(), .type = type_of(name)};
  file.etag = "\"" + hex_of(hash_token(file.bytes)) + "\"";
  // Only names under assets/ carry a hash of their content; everything else must be asked for
  // again.
  const bool hashed = name.rfind("assets/", 0) == 0;
  file.cache = hashed                ? "public, max-age=31536000, immutable"
               : name == "widget.js" ? "public, max-age=300"
                                     : "no-cache";
  file.page = name.ends_with(".html");
  return file;
}

Result<StaticFiles> StaticFiles::load(const fs::path& folder) {
  StaticFiles out;
  std::error_code failed;
  const fs::path root = fs::canonical(folder, failed);
  if (failed)
    return invalid("web", "the folder " + folder.string() +
                              " is missing; a folder with the built web files is accepted");
  for (auto entry = fs::recursive_directory_iterator(root, failed);
       !failed && entry != fs::end(entry); entry.increment(failed)) {
    const fs::path real = fs::canonical(entry->path(), failed);
    const std::string inside = real.lexically_relative(root).generic_string();
    if (!entry->is_regular_file() || inside.rfind("..", 0) == 0) continue;
    const std::string name = entry->path().lexically_relative(root).generic_string();
    out.files_[name] = read(entry->path(), name);
  }
  if (!out.files_.contains("dashboard/index.html")) {
    return invalid("web", "the folder " + folder.string() +
                              " holds no dashboard/index.html; build the web files first");
  }
  return out;
}

void StaticFiles::serve(const std::string& path, const Request& request, Response& response) const {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    response = problem(404, "there is no such page");
    return;
  }
  const File& file = found->second;
  response.header("ETag", file.etag);
  response.header("Cache-Control", file.cache);
  if (file.page) {
    response.header("Content-Security-Policy", kContentSecurityPolicy);
    response.header("Cross-Origin-Opener-Policy", "same-origin");
  } else {
    // The widget's files are fetched from the pages of other sites.
    response.header("Access-Control-Allow-Origin", "*");
    response.header("Cross-Origin-Resource-Policy", "cross-origin");
  }
  if (request.header("If-None-Match") == file.etag) {
    response.empty(304);
    return;
  }
  response.content(200, file.type, file.bytes);
}

void StaticFiles::add_routes(Router& router) const {
  const auto page = [this](std::string name) {
    return [this, name = std::move(name)](const Request& request, Response& response) {
      serve(name, request, response);
    };
  };
  for (const char* path : {"/", "/c/{id}", "/callbacks", "/reports", "/settings", "/settings/ai",
                           "/settings/notifications", "/sign-in"}) {
    router.route("GET", path, page("dashboard/index.html"));
  }
  router.route("GET", "/demo", page("demo/index.html"));
  router.route("GET", "/widget.js", page("widget.js"));
  router.route("GET", "/service-worker.js", page("service-worker.js"));
  router.route("GET", "/assets/{name...}", [this](const Request& request, Response& response) {
    serve("assets/" + std::string(request.param("name")), request, response);
  });
}

}  // namespace handoff::http
