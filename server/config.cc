#include "config.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <ostream>

#include "time/zone_table.h"

namespace handoff {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 4 << 20;

Result<std::string> read_file(const fs::path& path) {
  std::error_code code;
  const auto refuse = [&](const std::string& problem) {
    return invalid(path.string(), "cannot be read: " + problem + "; a settings file is accepted");
  };
  if (fs::is_directory(path, code)) return refuse("it is a folder");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse(std::strerror(errno));
  std::string content;
  char block[65536];
  while (file.read(block, sizeof block) || file.gcount() > 0) {
    content.append(block, static_cast<std::size_t>(file.gcount()));
    if (content.size() > kLargestFile) return refuse("it has more than 4 MiB");
  }
  return content;
}

/// The file's object; an empty one without a file.
Result<Json> read_source(const std::optional<fs::path>& path) {
  if (!path) return Json(Json::object());
  const auto text = read_file(*path);
  if (!text.ok()) return text.error();
  auto parsed = parse_json(*text, {.comments = true});
  if (parsed.ok()) return parsed;
  return Error{.code = ErrorCode::kInvalid,
               .message = parsed.error().message,
               .fields = read_settings(std::string_view(*text)).errors};
}

/// Errors in values that came from the environment say so.
void name_origins(const EnvironmentOrigins& origins, std::vector<FieldError>& errors) {
  for (auto& error : errors) {
    for (const auto& [path, variable] : origins) {
      if (!error.path.starts_with(path)) continue;
      const char next = error.path.size() > path.size() ? error.path[path.size()] : '.';
      if (next == '.' || next == '[') error.message += " (from " + variable + ")";
    }
  }
}

void resolve_knowledge(const std::optional<fs::path>& file, std::string& knowledge,
                       std::vector<FieldError>& errors) {
  if (knowledge.empty()) return;
  const fs::path base = file ? fs::absolute(*file).parent_path() : fs::current_path();
  const fs::path folder = (base / knowledge).lexically_normal();
  std::error_code code;
  if (fs::is_directory(folder, code)) {
    knowledge = folder.string();
  } else {
    errors.push_back({"ai.knowledge", "is " + dump_json(Json(knowledge)) +
                                          ", and there is no folder " + folder.string() +
                                          "; an existing folder is accepted"});
  }
}

/// A line of output stays one line, whatever a key in the file contains.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

}  // namespace

Result<Config> load_config(const std::optional<fs::path>& path, const Environment& environment) {
  auto source = read_source(path);
  if (!source.ok()) return source.error();
  std::vector<FieldError> environment_errors;
  const auto origins = apply_environment(environment, *source, environment_errors);
  SettingsRead read = read_settings(*source);
  auto& errors = read.errors;
  name_origins(origins, errors);
  errors.insert(errors.end(), environment_errors.begin(), environment_errors.end());
  const auto zone = zone_table(read.settings.availability.timezone, Instant{});
  if (!zone.ok() && zone.error().code != ErrorCode::kInvalid) return zone.error();
  if (!zone.ok()) errors.push_back({"availability.timezone", zone.error().message});
  resolve_knowledge(path, read.settings.ai.knowledge, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  return Config{std::move(read.settings), std::move(*source)};
}

void print_errors(const Error& error, const fs::path& file, std::ostream& out) {
  if (error.fields.empty()) out << one_line(error.message) << '\n';
  for (const auto& field : error.fields) {
    const std::string place = field.path.empty() ? file.string() : field.path;
    out << one_line(place + ": " + field.message) << '\n';
  }
}

}  // namespace handoff
