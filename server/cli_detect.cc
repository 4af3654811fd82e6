#include "cli_detect.h"

#include <iostream>

#include "handoff/detection_json.h"

namespace handoff {
namespace {

std::string problem(const Json& id, const std::string& message) {
  return dump_json({{"id", id}, {"error", message}});
}

std::string verdict_of(const Detector& detector, const std::string& line) {
  const auto value = parse_json(line);
  if (!value) return problem(nullptr, value.error().message);
  const auto found = value->is_object() ? value->find("id") : value->end();
  const Json id = found == value->end() ? Json(nullptr) : *found;
  std::vector<FieldError> errors;
  const DetectionInput input = read_detection_input(*value, errors);
  if (!errors.empty()) return problem(id, invalid(std::move(errors)).message);
  return dump_json(verdict_json(detector.detect(input), id.is_null() ? nullptr : &id));
}

}  // namespace

int run_detect(const Settings& settings, std::istream& in, std::ostream& out) {
  const Detector detector(settings.triggers);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    out << verdict_of(detector, line) << '\n';
    if (in.rdbuf()->in_avail() <= 0) out.flush();
  }
  out.flush();
  return 0;
}

}  // namespace handoff
