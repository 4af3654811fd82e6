/** Where a module comes from: its address, its bytes, or compiled; left out, the file beside this one. */
export type CoreSource = string | URL | BufferSource | WebAssembly.Module;

interface Imports {
  [module: string]: { [name: string]: () => number };
}

const noSystem = 52; // WASI's ENOSYS

/** The core asks the system for nothing; what a toolchain imports all the same is answered with "not here". */
function standIns(module: WebAssembly.Module): Imports {
  const imports: Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    const group = imports[from] ?? {};
    group[name] = () => {
      if (name === "proc_exit" || name === "abort") throw new Error("the core stopped");
      return noSystem;
    };
    imports[from] = group;
  }
  return imports;
}

async function fromFile(url: URL): Promise<WebAssembly.Module> {
  const { readFile } = await import("node:fs/promises");
  return WebAssembly.compile(new Uint8Array(await readFile(url)));
}

async function fromNetwork(url: URL | string): Promise<WebAssembly.Module> {
  const response = await fetch(url, { credentials: "omit" });
  if (!response.ok) throw new Error(`${String(url)} answered ${response.status}`);
  const spare = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // A server with the wrong media type, or a browser that cannot stream.
    return WebAssembly.compile(await spare.arrayBuffer());
  }
}

function compile(source: CoreSource): Promise<WebAssembly.Module> | WebAssembly.Module {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof URL && source.protocol === "file:") return fromFile(source);
  if (typeof source === "string" || source instanceof URL) return fromNetwork(source);
  return WebAssembly.compile(source);
}

/** Compiles and starts a module. Rejects when WebAssembly is missing or refused by the page's policy. */
export async function instantiate(source: CoreSource, name: string): Promise<WebAssembly.Exports> {
  try {
    const module = await compile(source);
    const instance = await WebAssembly.instantiate(module, standIns(module));
    (instance.exports._initialize as (() => void) | undefined)?.();
    return instance.exports;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the ${name} module could not be loaded: ${reason}`, { cause });
  }
}
