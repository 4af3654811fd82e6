#include "handoff/json.h"

#include <set>

#include "handoff/utf8.h"

namespace handoff {
namespace {

/// Builds the value while it watches depth and duplicate keys, which nlohmann/json lets through.
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit StrictBuilder(int max_depth) : max_depth_(max_depth) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override {
    keys_.pop_back();
    return close();
  }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (!keys_.back().insert(name).second) {
      return refuse(path(name), "this key stands here twice; keep one of them");
    }
    pending_key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    const auto at = what.find("] ");
    return refuse("", at == std::string::npos ? what : what.substr(at + 2));
  }

  Json take() { return std::move(root_); }
  const std::optional<FieldError>& problem() const { return problem_; }

 private:
  bool refuse(std::string where, std::string what) {
    problem_ = FieldError{std::move(where), std::move(what)};
    return false;
  }

  std::string path(const std::string& name) const {
    std::string out;
    for (const auto& part : names_) {
      if (!part.empty()) out += part + ".";
    }
    return out + name;
  }

  Json* attach(Json value) {
    if (stack_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *stack_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[pending_key_] = std::move(value));
  }

  bool put(Json value) {
    attach(std::move(value));
    return true;
  }

  bool open(Json container) {
    if (static_cast<int>(stack_.size()) >= max_depth_) {
      return refuse(path(pending_key_),
                    "nested too deeply; " + std::to_string(max_depth_) + " levels are accepted");
    }
    const bool is_object = container.is_object();
    const std::string name = stack_.empty() || stack_.back()->is_array() ? "" : pending_key_;
    stack_.push_back(attach(std::move(container)));
    names_.push_back(name);
    if (is_object) keys_.emplace_back();
    return true;
  }

  bool close() {
    stack_.pop_back();
    names_.pop_back();
    return true;
  }

  int max_depth_;
  Json root_;
  std::vector<Json*> stack_ = {};
  std::vector<std::string> names_ = {};
  std::vector<std::set<std::string>> keys_ = {};
  std::string pending_key_ = {};
  std::optional<FieldError> problem_ = std::nullopt;
};

}  // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (const auto bad = first_invalid_utf8(text)) {
    return invalid("", "not valid UTF-8 at byte " + std::to_string(*bad) + "; UTF-8 is accepted");
  }
  StrictBuilder builder(limits.depth);
  if (!Json::sax_parse(text.begin(), text.end(), &builder, Json::input_format_t::json, true,
                       limits.comments)) {
    const auto& problem = builder.problem();
    if (!problem) return invalid("", "not valid JSON");
    return invalid(problem->path, problem->path.empty() ? "not valid JSON: " + problem->message
                                                        : problem->message);
  }
  return builder.take();
}

std::string dump_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json percent_json(Percent value) {
  if (value % 100 == 0) return value / 100;
  return static_cast<double>(value) / 100.0;
}

}  // namespace handoff
