#include "corpus.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "handoff/utf8.h"

namespace handoff::training {
namespace {

[[noreturn]] void give_up(const std::string& message) {
  std::cerr << "train: " << message << "\n";
  std::exit(2);
}

std::vector<std::string> cells_of(const std::string& line, char mark) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, mark);) cells.push_back(cell);
  return cells;
}

HeadSet heads_of(std::string names) {
  std::replace(names.begin(), names.end(), ',', '|');
  HeadSet set = 0;
  for (const std::string& name : cells_of(names, '|')) {
    const auto found = std::find(kHeadNames.begin(), kHeadNames.end(), name);
    if (found != kHeadNames.end())
      set = static_cast<HeadSet>(set | bit(static_cast<Head>(found - kHeadNames.begin())));
  }
  return set;
}

/// Some sources wrote their tweets with JSON escapes: `\u2019`.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 5 >= text.size() || text[i + 1] != 'u') {
      out += text[i];
      continue;
    }
    append_utf8(out,
                static_cast<char32_t>(std::strtoul(text.substr(i + 2, 4).c_str(), nullptr, 16)));
    i += 5;
  }
  return out;
}

void read_file(const std::filesystem::path& path, std::vector<Row>& rows) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  const std::vector<std::string> columns = cells_of(line, '\t');
  const auto place = [&](const char* name) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) give_up(path.string() + ": has no column \"" + name + "\"");
    return static_cast<std::size_t>(found - columns.begin());
  };
  const std::size_t text = place("text"), language = place("lang"), labels = place("labels"),
                    scope = place("scope"), kind = place("kind"), source = place("source"),
                    split = place("split");
  while (std::getline(in, line)) {
    std::vector<std::string> cells = cells_of(line, '\t');
    cells.resize(std::max(cells.size(), columns.size()));
    rows.push_back({unescaped(cells[text]), cells[language], heads_of(cells[labels]),
                    heads_of(cells[scope]), cells[kind], cells[source], cells[split] == "dev"});
  }
}

}  // namespace

std::vector<Row> read_folder(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  if (paths.empty()) give_up(folder + ": no *.tsv file here");
  std::sort(paths.begin(), paths.end());
  std::vector<Row> rows;
  for (const auto& path : paths) read_file(path, rows);
  return rows;
}

}  // namespace handoff::training
