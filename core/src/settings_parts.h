#pragma once

#include <functional>
#include <string>
#include <vector>

#include "function_ref.h"
#include "handoff/json.h"
#include "handoff/settings.h"

/// What the readers of the settings sections share. Each reader starts from the defaults that stand
/// in its argument and overwrites what was given; problems go into `errors`.
namespace handoff {

using Errors = std::vector<FieldError>;

void read_site(const Json& value, SiteSettings& site, Errors& errors);
void read_messages(const Json& value, MessageSettings& messages, Errors& errors);
void read_callback(const Json& value, CallbackSettings& callback, Errors& errors);
void read_waiting(const Json& value, WaitingSettings& waiting, Errors& errors);
void read_human(const Json& value, HumanSettings& human, Errors& errors);
void read_ai(const Json& value, AiSettings& ai, Errors& errors);
void read_notifications(const Json& value, NotificationSettings& notifications, Errors& errors);
void read_privacy(const Json& value, PrivacySettings& privacy, Errors& errors);
void read_outbound(const Json& value, std::vector<std::string>& private_cidrs, Errors& errors);
void read_limits(const Json& value, LimitSettings& limits, Errors& errors);

/// A plain string, or an object of strings by locale.
LocalizedText read_text(const Json& value, const std::string& path, Errors& errors);

/// The exceptions of the hours; `path` is that of the list.
std::vector<HoursException> read_exceptions(const Json& value, const std::string& path,
                                            Errors& errors);

/// One interval `{start, end}`, a list of them, or `{}` or `[]` for none.
std::vector<DayInterval> read_intervals(const Json& value, const std::string& path, Errors& errors);

/// The text as it stands in a message: quoted, cut to 60 characters.
std::string in_quotes(std::string_view text);

/// `path[index]`.
std::string item_path(const std::string& path, std::size_t index);

/// Overwrites `out` when there is a value; an index becomes the enumerator of that number.
template <class Out, class In>
void assign(Out& out, std::optional<In> in) {
  if (in) out = static_cast<Out>(std::move(*in));
}

/// A form that strings must have, and how it is called in an error.
struct Form {
  std::function<bool(std::string_view)> holds;
  std::string accepted;
  bool secret = false;  ///< the text itself is kept out of errors: they are printed and logged
};

/// A string of a form.
void assign_formed(JsonReader& reader, const char* key, std::string& out, const Form& form);

/// A list of at most `max` different strings of a form.
void assign_list(JsonReader& reader, const char* key, std::vector<std::string>& out,
                 std::size_t max, const Form& form);

/// Calls `read(item, path)` for each item of a list of at most `max`; a missing key calls nothing
/// and is false.
bool each_item(JsonReader& reader, const char* key, std::size_t max,
               FunctionRef<void(const Json&, const std::string&)> read);

}  // namespace handoff
