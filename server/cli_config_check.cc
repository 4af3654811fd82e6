#include "cli_config_check.h"

#include <ostream>

#include "config.h"

namespace handoff {

int run_config_check(const std::filesystem::path& file, const Environment& environment,
                     std::ostream& out, std::ostream& err) {
  const auto config = load_config(file, environment);
  if (config.ok()) {
    err << file.string() << ": valid\n";
    return 0;
  }
  print_errors(config.error(), file, out);
  const std::size_t count = std::max<std::size_t>(1, config.error().fields.size());
  err << file.string() << ": " << count << (count == 1 ? " error\n" : " errors\n");
  return 2;
}

}  // namespace handoff
