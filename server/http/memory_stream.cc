#include "http/memory_stream.h"

namespace handoff::http {

ssize_t MemoryStream::read(char* to, size_t size) {
  const size_t count = std::min(size, input_.size());
  std::memcpy(to, input_.data(), count);
  input_.remove_prefix(count);
  return static_cast<ssize_t>(count);
}

ssize_t MemoryStream::write(const char* from, size_t size) {
  output_.append(from, size);
  return static_cast<ssize_t>(size);
}

// Addresses travel in our own request; nothing here may be shadowed by a header.
void MemoryStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void MemoryStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace handoff::http
