#include "http/static_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "live/hub.h"
#include "support/temp_folder.h"

namespace handoff::http {
namespace {

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    std::filesystem::create_directory(folder.path() / "dashboard");
    write("dashboard/index.html", "<!doctype html>");
    write("service-worker.js", "self;");
    files.emplace(StaticFiles::load(folder.path()).value());
    files->add_routes(router);
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder.path() / name) << text;
  }

  std::string get(const std::string& path) {
    return router.respond({.head = {.method = "GET", .target = path}, .peer = "127.0.0.1"}).bytes;
  }

  testing::TempFolder folder;
  live::Hub hub;
  Router router{hub};
  std::optional<StaticFiles> files;
};

// A worker serves only what is below its own path, and browsers look for a new one at each start.
TEST_F(StaticFilesTest, the_service_worker_stands_beside_the_pages_and_is_asked_for_again) {
  const std::string answer = get("/service-worker.js");
  EXPECT_EQ(answer.substr(0, 15), "HTTP/1.1 200 OK");
  EXPECT_NE(answer.find("Content-Type: text/javascript"), std::string::npos) << answer;
  EXPECT_NE(answer.find("Cache-Control: no-cache\r\n"), std::string::npos) << answer;
  EXPECT_EQ(answer.substr(answer.size() - 5), "self;");
}

TEST_F(StaticFilesTest, pages_may_start_a_worker_from_here_alone) {
  const std::string answer = get("/settings");
  EXPECT_NE(answer.find("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            std::string::npos)
      << answer;
  EXPECT_EQ(answer.find("worker-src"), std::string::npos) << answer;
}

}  // namespace
}  // namespace handoff::http
