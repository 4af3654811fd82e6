// Labelled sentences from tab-separated files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const wanted = ["text", "lang", "labels", "scope", "kind", "source", "split", "origin"];

function rowsOf(file) {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n");
  const columns = head.split("\t");
  for (const name of wanted.slice(0, 4)) {
    if (!columns.includes(name))
      throw new Error(`${file}: has no column "${name}"; ${wanted.join(", ")} are accepted`);
  }
  return lines.filter(Boolean).map((line) => {
    const cells = line.split("\t");
    const cell = (name) => cells[columns.indexOf(name)] ?? "";
    return {
      // Some sources wrote their tweets with JSON escapes.
      text: cell("text").replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
      lang: cell("lang"),
      labels: new Set(cell("labels").split(",")),
      scope: new Set(cell("scope").split(/[|,]/)),
      kind: cell("kind"),
      source: cell("source"),
      split: cell("split"),
    };
  });
}

/** All rows of all *.tsv files of a folder. */
export function readRows(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".tsv"));
  if (files.length === 0) throw new Error(`${folder}: no *.tsv file here`);
  return files.sort().flatMap((name) => rowsOf(join(folder, name)));
}
