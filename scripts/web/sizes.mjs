import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const kibibyte = 1024;

/** Compressed sizes that may not be passed: [file name begins with, KiB]. */
const budgets = [
  ["widget.js", 6],
  ["panel-", 40],
];

/** Prints the compressed size of each file and fails the build when one is over its budget. */
export async function reportSizes(out) {
  const assets = await readdir(join(out, "assets"));
  let over = false;
  for (const file of ["widget.js", ...assets.map((name) => `assets/${name}`)]) {
    const size = gzipSync(await readFile(join(out, file)), { level: 9 }).length / kibibyte;
    const budget = budgets.find(([start]) => file.split("/").pop().startsWith(start))?.[1];
    const limit = budget ? ` of ${budget}` : "";
    console.log(`${file}  ${size.toFixed(1)} KiB gzip${limit}`);
    if (budget && size > budget) over = true;
  }
  if (over) throw new Error("a file is over its size budget");
}
