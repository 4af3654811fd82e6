#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// "A colleague will be with you shortly", said by a machine that has told nobody. Pure;
/// thread-safe.
namespace handoff {

/// True when the sentence tells the visitor that a person is coming, has been told, or will get in
/// touch. An offer ("would you like me to …?"), a condition, a negation, general information about
/// the team ("our team answers within a day") and instructions ("call us") are no promises.
bool promises_person(std::string_view sentence);

/// The text without the sentences that promise a person.
struct WithoutPromises {
  std::string text;
  bool promised = false;
  std::size_t first = std::string_view::npos;  ///< where in the input the first one begins
};
WithoutPromises without_person_promises(std::string_view text);

}  // namespace handoff
