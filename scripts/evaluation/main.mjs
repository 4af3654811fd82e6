// The command line of scripts/evaluate.
import { parseArgs } from "node:util";
import { figures } from "./figures.mjs";
import { readRows } from "./rows.mjs";
import { afinn, bareKeywords, handoff, labels, vader } from "./systems.mjs";

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      split: { type: "string" },
      lang: { type: "string" },
      errors: { type: "string" },
      binary: { type: "string", default: "build/release/bin/handoff" },
    },
  });
  if (positionals.length !== 1)
    throw new Error("name one folder with *.tsv files: scripts/evaluate DIR");
  return { folder: positionals[0], ...values };
}

const pairsOf = (rows, answers, label, test = () => true) =>
  rows.flatMap((row, i) =>
    row.scope.has(label) && test(row)
      ? [{ truth: row.labels.has(label), ...answers[i][label] }]
      : [],
  );

const share = (value) => value.toFixed(2).replace(/^0/, "");
const range = ([low, high]) => `${share(low)}-${share(high)}`;

function line(name, f) {
  const head = name.padEnd(34) + `${f.positives}/${f.negatives}`.padStart(12);
  if (f.positives === 0)
    return `${head}   ${f.falsePerThousand.toFixed(1)} false alarms per thousand`;
  const numbers = `P ${share(f.precision)}  R ${share(f.recall)} (${range(f.recallInterval)})`;
  const more =
    f.negatives === 0 ? "" : `  F1 ${share(f.f1)} (${range(f.f1Interval)})  AP ${share(f.ap)}`;
  return `${head}   ${numbers}${more}  ${f.falsePerThousand.toFixed(1)} false/1000`;
}

function table(rows, answers, label) {
  const all = pairsOf(rows, answers, label);
  if (all.length === 0) return;
  console.log(`\n${label}`.padEnd(36) + "pos/neg".padStart(11));
  console.log(line("  all", figures(all)));
  const split = (name, key) => {
    const values = [...new Set(rows.filter((row) => row.scope.has(label)).map(key))].sort();
    if (values.length < 2) return;
    for (const value of values) {
      const pairs = pairsOf(rows, answers, label, (row) => key(row) === value);
      console.log(line(`  ${name} ${value}`, figures(pairs)));
    }
  };
  split("lang", (row) => row.lang);
  split("kind", (row) => row.kind);
  split("source", (row) => row.source);
}

function baselines(rows) {
  const texts = rows.map((row) => row.text);
  const systems = {
    "bare keywords": ["human", bareKeywords],
    VADER: ["neg", vader],
    AFINN: ["neg", afinn],
  };
  console.log("\nbaselines");
  for (const [name, [label, run]] of Object.entries(systems)) {
    if (!rows.some((row) => row.scope.has(label))) continue;
    const answers = run(texts);
    const spoken = [
      ...new Set(rows.filter((row) => row.scope.has(label)).map((row) => row.lang)),
    ].sort();
    console.log(line(`  ${name} (${label})`, figures(pairsOf(rows, answers, label))));
    for (const lang of spoken.length > 1 ? spoken : [])
      console.log(
        line(
          `  ${name} ${lang}`,
          figures(pairsOf(rows, answers, label, (row) => row.lang === lang)),
        ),
      );
  }
}

function errors(rows, answers, label) {
  rows.forEach((row, i) => {
    const { yes, rule = "" } = answers[i][label];
    if (!row.scope.has(label) || yes === row.labels.has(label)) return;
    console.log(
      `${yes ? "FALSE ALARM" : "MISSED     "} ${row.lang} ${row.kind.padEnd(13)} ${rule.padEnd(24)} ${row.text}`,
    );
  });
}

try {
  const { folder, split, lang, errors: wrong, binary } = options();
  const rows = readRows(folder).filter(
    (row) => (!split || row.split === split) && (!lang || row.lang === lang),
  );
  const answers = handoff(
    binary,
    rows.map((row) => row.text),
  );
  if (wrong) {
    errors(rows, answers, wrong);
  } else {
    console.log(`${rows.length} sentences from ${folder}`);
    for (const label of labels) table(rows, answers, label);
    baselines(rows);
  }
} catch (error) {
  console.error(`evaluate: ${error.message}`);
  process.exit(2);
}
