# Writes a C++ source that holds core/lang/CODE.txt for each code, and core/lang/any.txt last, without comments.
function(handoff_embed_languages output)
  set(files "")
  foreach(code IN LISTS ARGN ITEMS any)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/lang/${code}.txt)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    string(REGEX REPLACE "(^|\n)(#[^\n]*|[ ]*)(\n(#[^\n]*|[ ]*))*\n" "\n" text "\n${text}")
    string(REPLACE "; " ";" text "${text}")
    if(code STREQUAL "any")
      set(code "")
    endif()
    string(APPEND files "    {\"${code}\", R\"lang(${text})lang\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
"#include \"lang/language.h\"

namespace handoff {
namespace {

constexpr LanguageFile kFiles[] = {
${files}};

}  // namespace

const std::span<const LanguageFile> kLanguageFiles = kFiles;

}  // namespace handoff
")
endfunction()
