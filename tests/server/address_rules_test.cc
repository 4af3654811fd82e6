#include "net/address_rules.h"

#include <gtest/gtest.h>
#include <netinet/in.h>

namespace handoff::testing {
namespace {

IpAddress address(std::string_view text) {
  const auto parsed = parse_address(text);
  if (!parsed) throw std::runtime_error("no address: " + std::string(text));
  return *parsed;
}

TEST(AddressRules, hold_every_special_block_to_its_edges) {
  const std::vector<std::pair<const char*, const char*>> blocks = {
      {"0.0.0.0", "0.255.255.255"},
      {"10.0.0.0", "10.255.255.255"},
      {"100.64.0.0", "100.127.255.255"},
      {"127.0.0.0", "127.255.255.255"},
      {"169.254.0.0", "169.254.255.255"},
      {"172.16.0.0", "172.31.255.255"},
      {"192.0.0.0", "192.0.0.255"},
      {"192.0.2.0", "192.0.2.255"},
      {"192.88.99.0", "192.88.99.255"},
      {"192.168.0.0", "192.168.255.255"},
      {"198.18.0.0", "198.19.255.255"},
      {"198.51.100.0", "198.51.100.255"},
      {"203.0.113.0", "203.0.113.255"},
      {"224.0.0.0", "239.255.255.255"},
      {"240.0.0.0", "255.255.255.255"},
      {"::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
      {"2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"},
      {"2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"},
      {"2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
      {"3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"},
      {"4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
  };
  for (const auto& [first, last] : blocks) {
    EXPECT_FALSE(is_public(address(first))) << first;
    EXPECT_FALSE(is_public(address(last))) << last;
  }
}

TEST(AddressRules, let_the_neighbours_of_special_blocks_through) {
  for (const char* text : {"1.0.0.0",
                           "9.255.255.255",
                           "11.0.0.0",
                           "100.63.255.255",
                           "100.128.0.0",
                           "126.255.255.255",
                           "128.0.0.0",
                           "169.253.255.255",
                           "169.255.0.0",
                           "172.15.255.255",
                           "172.32.0.0",
                           "191.255.255.255",
                           "192.0.1.0",
                           "192.0.1.255",
                           "192.0.3.0",
                           "192.88.98.255",
                           "192.88.100.0",
                           "192.167.255.255",
                           "192.169.0.0",
                           "198.17.255.255",
                           "198.20.0.0",
                           "198.51.99.255",
                           "198.51.101.0",
                           "203.0.112.255",
                           "203.0.114.0",
                           "223.255.255.255",
                           "168.63.129.15",
                           "168.63.129.17",
                           "2000::",
                           "2001:200::",
                           "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                           "2001:db9::",
                           "2001:ffff::",
                           "2003::",
                           "2606:4700:4700::1111",
                           "3ffe:ffff::",
                           "3fff:1000::"}) {
    EXPECT_TRUE(is_public(address(text))) << text;
  }
}

TEST(AddressRules, hold_the_metadata_of_clouds_to_be_private) {
  for (const char* text : {"169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192",
                           "168.63.129.16", "fd00:ec2::254", "fd20:ce::254", "fe80::a9fe:a9fe"}) {
    EXPECT_FALSE(is_public(address(text))) << text;
  }
}

TEST(AddressRules, see_ipv4_through_every_kind_of_ipv6) {
  for (const char* text :
       {"::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:a9fe:a9fe", "::127.0.0.1", "::8.8.8.8",
        "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::8.8.8.8", "64:ff9b:0:0:0:1:808:808", "2002:7f00:1::", "2002:808:808::1",
        "2001:0:7f00:1::", "2001:0:4136:e378:8000:63bf:80ff:fffe"}) {
    EXPECT_FALSE(is_public(address(text))) << text;
  }
  EXPECT_TRUE(is_public(address("::ffff:8.8.8.8")));
  EXPECT_TRUE(is_public(address("64:ff9b::8.8.8.8")));
}

TEST(AddressRules, read_what_the_kernel_is_given) {
  sockaddr_in v4{.sin_family = AF_INET, .sin_addr = {htonl(0x7F000001)}};
  EXPECT_EQ(address_of(reinterpret_cast<sockaddr*>(&v4)), address("127.0.0.1"));
  EXPECT_EQ(address("127.0.0.1"), address("::ffff:7f00:1"));
  sockaddr_in6 v6{.sin6_family = AF_INET6, .sin6_addr = in6addr_loopback, .sin6_scope_id = 7};
  EXPECT_EQ(address_of(reinterpret_cast<sockaddr*>(&v6)), address("::1"));
  v6.sin6_family = AF_UNIX;
  EXPECT_EQ(address_of(reinterpret_cast<sockaddr*>(&v6)), std::nullopt);
}

TEST(AddressRules, allow_private_blocks_by_http_and_on_every_port) {
  const AddressRules rules({"10.0.0.0/8", "192.168.1.128/25", "172.16.5.4", "fd12::/16"});
  for (const char* text : {"10.0.0.0", "10.255.255.255", "192.168.1.128", "192.168.1.255",
                           "172.16.5.4", "fd12:1::1", "::ffff:10.1.1.1"}) {
    EXPECT_EQ(rules.reason_against(address(text), false, 8080), "") << text;
  }
  for (const char* text : {"11.0.0.0", "9.255.255.255", "192.168.1.127", "192.168.2.0",
                           "172.16.5.5", "fd13::", "fd11:ffff::", "64:ff9b::10.0.0.1"}) {
    EXPECT_NE(rules.reason_against(address(text), false, 8080), "") << text;
  }
}

TEST(AddressRules, allow_public_addresses_by_https_on_443_alone) {
  const AddressRules rules({"10.0.0.0/8"});
  for (const char* text : {"8.8.8.8", "2606:4700:4700::1111", "64:ff9b::8.8.8.8"}) {
    EXPECT_EQ(rules.reason_against(address(text), true, 443), "");
    EXPECT_NE(rules.reason_against(address(text), false, 443), "");
    EXPECT_NE(rules.reason_against(address(text), false, 80), "");
    EXPECT_NE(rules.reason_against(address(text), true, 8443), "");
  }
  EXPECT_NE(rules.reason_against(address("127.0.0.1"), true, 443), "");
}

TEST(AddressRules, keep_blocks_of_both_families_apart) {
  const AddressRules six({"::/0"});
  EXPECT_NE(six.reason_against(address("127.0.0.1"), false, 80), "");
  EXPECT_EQ(six.reason_against(address("::1"), false, 80), "");
  const AddressRules four({"0.0.0.0/0"});
  EXPECT_EQ(four.reason_against(address("127.0.0.1"), false, 80), "");
  EXPECT_NE(four.reason_against(address("::1"), false, 80), "");
  const AddressRules mapped({"::ffff:127.0.0.0/104"});
  EXPECT_EQ(mapped.reason_against(address("127.1.2.3"), false, 80), "");
  EXPECT_NE(mapped.reason_against(address("128.0.0.1"), false, 80), "");
}

TEST(AddressRules, take_a_block_that_cannot_be_read_for_none) {
  const AddressRules rules({"", "/", "/8", "127.0.0.0/", "127.0.0.0/33", "127.0.0.0/-1", "::1/129",
                            "127/8", "0x7f.0.0.0/8", "127.0.0.0/8 ", "127.0.0.0/8/8", "localhost",
                            "127.0.0.0/+8", std::string("127.0.0.1\0", 10)});
  EXPECT_NE(rules.reason_against(address("127.0.0.1"), false, 80), "");
  EXPECT_NE(rules.reason_against(address("::1"), false, 80), "");
}

}  // namespace
}  // namespace handoff::testing
