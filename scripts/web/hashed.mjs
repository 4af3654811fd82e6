import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes `contents` as out/assets/name-HASH.extension and returns that path relative to `out`. */
export async function writeHashed(out, name, extension, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const file = `assets/${name}-${hash}.${extension}`;
  await writeFile(join(out, file), contents);
  return file;
}
