#include "cli_detect.h"

#include "cli_detection_lines.h"

namespace handoff {

int run_detect(const Settings& settings, std::istream& in, std::ostream& out) {
  const Detector detector(settings.triggers);
  answer_detection_lines(in, out, [&detector](const DetectionLine& line) {
    if (!line.input) return dump_json({{"id", line.id}, {"error", line.input.error().message}});
    return verdict_text(detector.detect(*line.input), line.id.is_null() ? nullptr : &line.id);
  });
  return 0;
}

}  // namespace handoff
