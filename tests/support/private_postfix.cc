#include "support/private_postfix.h"

#include <netinet/in.h>
#include <poll.h>
#include <pwd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace handoff::testing {
namespace {

namespace fs = std::filesystem;

constexpr int kPatience = 60'000;  // ms
constexpr const char* kDaemons = "/usr/lib/postfix/sbin";

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  close(socket);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

void give_to(const char* user, const fs::path& folder) {
  const passwd* owner = getpwnam(user);
  if (!owner || chown(folder.c_str(), owner->pw_uid, owner->pw_gid) != 0) {
    throw std::runtime_error("cannot give " + folder.string() + " to " + user);
  }
}

std::string id_of(const char* user) { return std::to_string(getpwnam(user)->pw_uid); }

}  // namespace

std::string PrivatePostfix::reason_against() {
  if (!fs::exists(std::string(kDaemons) + "/master")) return "Debian's postfix is not installed";
  return geteuid() == 0 ? "" : "postfix can be started by root only";
}

PrivatePostfix::PrivatePostfix() : port_(free_port()) {
  const fs::path& home = folder_.path();
  fs::permissions(home, fs::perms(0755));
  for (const char* part :
       {"etc", "spool", "data", "mail/team/new", "mail/team/cur", "mail/team/tmp"}) {
    fs::create_directories(home / part);
  }
  give_to("postfix", home / "data");
  for (const char* part :
       {"mail", "mail/team", "mail/team/new", "mail/team/cur", "mail/team/tmp"}) {
    give_to("nobody", home / part);
  }
  write_settings();
  watch_ = inotify_init1(IN_CLOEXEC);
  inotify_add_watch(watch_, mailbox().c_str(), IN_MOVED_TO | IN_CREATE);
  if (std::system(command("start").c_str()) != 0)
    throw std::runtime_error("postfix does not start");
}

PrivatePostfix::~PrivatePostfix() {
  if (std::system(command("stop").c_str()) != 0) std::fputs("postfix does not stop\n", stderr);
  close(watch_);
}

std::string PrivatePostfix::command(const std::string& what) const {
  return "postfix -c " + (folder_.path() / "etc").string() + " " + what + " >/dev/null 2>&1";
}

void PrivatePostfix::write_settings() const {
  const std::string home = folder_.path().string();
  std::ofstream(home + "/etc/main.cf")
      << "compatibility_level = 3.6\nqueue_directory = " << home
      << "/spool\ndata_directory = " << home
      << "/data\ncommand_directory = /usr/sbin\ndaemon_directory = " << kDaemons
      << "\nmail_owner = postfix\nsetgid_group = postdrop\nmaillog_file = " << home
      << "/log\nmaillog_file_prefixes = " << home
      << "\ninet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nmynetworks = 127.0.0.0/8\n"
         "myhostname = mail.acme.example\nmydestination =\nalias_maps =\n"
         "smtpd_peername_lookup = no\nsmtpd_relay_restrictions = permit_mynetworks, reject\n"
         "smtpd_tls_security_level = may\nsmtpd_tls_cert_file = "
      << identity_.certificate_file() << "\nsmtpd_tls_key_file = " << identity_.key_file()
      << "\nsmtpd_tls_received_header = yes\nvirtual_mailbox_domains = acme.example\n"
         "virtual_mailbox_base = "
      << home
      << "/mail\nvirtual_mailbox_maps = inline:{ {team@acme.example = team/} }\n"
         "virtual_minimum_uid = 1\nvirtual_uid_maps = static:"
      << id_of("nobody") << "\nvirtual_gid_maps = static:" << id_of("nobody") << "\n";
  std::ofstream(home + "/etc/master.cf") << "127.0.0.1:" << port_ << " inet n - n - - smtpd\n"
                                         << "postlog unix-dgram n - n - 1 postlogd\n"
                                            "cleanup unix n - n - 0 cleanup\n"
                                            "qmgr unix n - n 300 1 qmgr\n"
                                            "tlsmgr unix - - n 1000? 1 tlsmgr\n"
                                            "rewrite unix - - n - - trivial-rewrite\n"
                                            "bounce unix - - n - 0 bounce\n"
                                            "defer unix - - n - 0 bounce\n"
                                            "trace unix - - n - 0 bounce\n"
                                            "proxymap unix - - n - - proxymap\n"
                                            "anvil unix - - n - 1 anvil\n"
                                            "error unix - - n - - error\n"
                                            "retry unix - - n - - error\n"
                                            "virtual unix - n n - - virtual\n";
}

std::string PrivatePostfix::next_mail() {
  while (fs::is_empty(mailbox())) {
    pollfd waiting{.fd = watch_, .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, kPatience) != 1) throw std::runtime_error("no mail comes");
    char events[4096];
    if (read(watch_, events, sizeof events) <= 0) throw std::runtime_error("no mail comes");
  }
  const fs::path mail = fs::directory_iterator(mailbox())->path();
  std::ifstream file(mail);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  fs::remove(mail);
  return bytes;
}

}  // namespace handoff::testing
