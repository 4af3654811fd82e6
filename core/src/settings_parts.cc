#include "settings_parts.h"

#include <algorithm>

#include "handoff/utf8.h"

namespace handoff {

std::string in_quotes(std::string_view text) {
  return dump_json(Json(std::string(first_code_points(text, 60))));
}

std::string item_path(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

void assign_formed(JsonReader& reader, const char* key, std::string& out, const Form& form) {
  auto text = reader.string(key);
  if (!text) return;
  if (!form.holds(*text)) {
    const std::string what =
        form.secret ? "has a form that cannot be used" : "is " + in_quotes(*text);
    reader.error(key, what + "; " + form.accepted + " is accepted");
    return;
  }
  out = std::move(*text);
}

bool each_item(JsonReader& reader, const char* key, std::size_t max,
               FunctionRef<void(const Json&, const std::string&)> read) {
  const Json* list = reader.value(key);
  if (!list) return false;
  if (!list->is_array()) {
    reader.error(key, "is not a list; a list is accepted");
    return false;
  }
  if (list->size() > max) {
    reader.error(key, "has " + std::to_string(list->size()) + " entries; up to " +
                          std::to_string(max) + " are accepted");
    return false;
  }
  for (std::size_t i = 0; i < list->size(); ++i)
    read((*list)[i], item_path(reader.path_of(key), i));
  return true;
}

void assign_list(JsonReader& reader, const char* key, std::vector<std::string>& out,
                 std::size_t max, const Form& form) {
  std::vector<std::string> items;
  std::size_t index = 0;
  const bool given = each_item(reader, key, max, [&](const Json& item, const std::string&) {
    const std::string where = item_path(key, index++);
    const std::string text = item.is_string() ? item.get<std::string>() : std::string();
    if (!item.is_string()) {
      reader.error(where, "is not a string; " + form.accepted + " is accepted");
    } else if (!form.holds(text)) {
      reader.error(where, "is " + in_quotes(text) + "; " + form.accepted + " is accepted");
    } else if (std::find(items.begin(), items.end(), text) != items.end()) {
      reader.error(where, "is " + in_quotes(text) + " once more; each entry is accepted once");
    } else {
      items.push_back(text);
    }
  });
  if (given) out = std::move(items);
}

}  // namespace handoff
