#pragma once

#include <curl/curl.h>
#include <sys/socket.h>

#include <mutex>
#include <set>

namespace handoff {

/// The sockets of one transfer, so that it can end at once: libcurl waits for a mail server's
/// answer to QUIT as for any other, also when it was told to stop. For one transfer, in its thread.
class OpenSockets {
 public:
  OpenSockets() = default;
  OpenSockets(const OpenSockets&) = delete;
  OpenSockets& operator=(const OpenSockets&) = delete;

  /// Makes `easy` tell. REQUIRES: this outlives the connections.
  void watch(CURL* easy);

  /// What comes from now on counts as the end of the connection; what was sent still arrives.
  void stop_listening() const { shut_down(SHUT_RD); }
  void hang_up() const { shut_down(SHUT_RDWR); }

 private:
  static int opened(void* self, curl_socket_t socket, curlsocktype purpose);
  static int close(void* self, curl_socket_t socket);

  void shut_down(int how) const;

  mutable std::mutex mutex_;
  std::set<curl_socket_t> sockets_ = {};
};

}  // namespace handoff
