#include "cli_detection_lines.h"

#include <istream>
#include <ostream>

namespace handoff {
namespace {

DetectionLine read_line(const std::string& line, std::size_t number) {
  const auto value = parse_json(line);
  if (!value) return {number, nullptr, value.error()};
  const auto found = value->is_object() ? value->find("id") : value->end();
  Json id = found == value->end() ? Json(nullptr) : *found;
  std::vector<FieldError> errors;
  DetectionInput input = read_detection_input(*value, errors);
  if (!errors.empty()) return {number, std::move(id), invalid(std::move(errors))};
  return {number, std::move(id), std::move(input)};
}

}  // namespace

void answer_detection_lines(std::istream& in, std::ostream& out,
                            const std::function<std::string(const DetectionLine&)>& answer) {
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    out << answer(read_line(line, number)) << '\n';
    if (in.rdbuf()->in_avail() <= 0) out.flush();
  }
  out.flush();
}

}  // namespace handoff
