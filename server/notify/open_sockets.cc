#include "notify/open_sockets.h"

#include <unistd.h>

namespace handoff {

void OpenSockets::watch(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, opened);
  curl_easy_setopt(easy, CURLOPT_SOCKOPTDATA, this);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void OpenSockets::shut_down(int how) const {
  const std::lock_guard lock(mutex_);
  for (const curl_socket_t socket : sockets_) ::shutdown(socket, how);
}

int OpenSockets::opened(void* self, curl_socket_t socket, curlsocktype) {
  auto& all = *static_cast<OpenSockets*>(self);
  try {
    const std::lock_guard lock(all.mutex_);
    all.sockets_.insert(socket);
  } catch (...) {  // no memory: nothing may pass through libcurl
    return CURL_SOCKOPT_ERROR;
  }
  return CURL_SOCKOPT_OK;
}

int OpenSockets::close(void* self, curl_socket_t socket) {
  auto& all = *static_cast<OpenSockets*>(self);
  // Its number may belong to another socket as soon as it is closed.
  const std::lock_guard lock(all.mutex_);
  all.sockets_.erase(socket);
  return ::close(socket);
}

}  // namespace handoff
