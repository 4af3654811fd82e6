# Run with -P: writes OUTPUT, a C++ source that holds FOLDER/CODE.txt for each code of LANGUAGES (comma-separated).
string(REPLACE "," ";" codes "${LANGUAGES}")
set(entries "")
foreach(code ${codes})
  file(READ ${FOLDER}/${code}.txt text)
  string(APPEND entries "      {\"${code}\", R\"lang(${text})lang\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"ai/promise_file.h\"

namespace handoff {

const std::vector<PromiseLanguage>& promise_languages() {
  static const std::vector<PromiseLanguage> kLanguages = {
${entries}  };
  return kLanguages;
}

}  // namespace handoff
")
