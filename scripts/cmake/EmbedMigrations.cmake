# Run with -P: writes OUTPUT, a C++ source that holds the SQL of FILES (comma-separated, in FOLDER), so that the program
# needs no files to start. A name begins with its version in four digits.
string(REPLACE "," ";" names "${FILES}")
set(entries "")
foreach(name IN LISTS names)
  string(REGEX MATCH "^[0-9][0-9][0-9][0-9]" number ${name})
  math(EXPR version "1${number} - 10000")
  file(READ ${FOLDER}/${name} sql)
  string(APPEND entries "    {${version}, R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"store/migrations.h\"

namespace handoff {

static constexpr Migration kMigrations[] = {
${entries}};

std::span<const Migration> embedded_migrations() { return kMigrations; }

}  // namespace handoff
")
