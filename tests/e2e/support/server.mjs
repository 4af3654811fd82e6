import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { settings as openSite } from "./settings.mjs";

/** The program under test: `HANDOFF_BINARY`, or the release build. */
const program =
  process.env.HANDOFF_BINARY ??
  fileURLToPath(new URL("../../../build/release/bin/handoff", import.meta.url));

export const password = "a long and quiet password";
export const ana = { email: "ana@maras.example", name: "Ana Pop", role: "admin" };
export const mihai = { email: "mihai@maras.example", name: "Mihai Ionescu", role: "agent" };

/** Nothing of the caller's own settings reaches the program, except where the web files are. */
function environment(clock) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("HANDOFF_") || name === "HANDOFF_WEB",
  );
  return { ...Object.fromEntries(kept), ...(clock ? { HANDOFF_TEST_CLOCK: clock } : {}) };
}

function addAgent(data, { email, name, role }) {
  const added = spawnSync(
    program,
    ["agent", "add", email, "--name", name, "--role", role, "--password-stdin", "--data", data],
    { input: `${password}\n`, encoding: "utf8", env: environment() },
  );
  if (added.status !== 0) throw new Error(`agent add failed: ${added.error ?? added.stderr}`);
}

function addToken(data, scope) {
  const added = spawnSync(
    program,
    ["token", "add", "--name", scope, "--scope", scope, "--data", data],
    { encoding: "utf8", env: environment() },
  );
  if (added.status !== 0) throw new Error(`token add failed: ${added.error ?? added.stderr}`);
  return added.stdout.trim();
}

/** The real program with a data folder of its own. */
class Server {
  #data = mkdtempSync(join(tmpdir(), "handoff-e2e-"));
  #clock;
  #child = null;
  #said = "";
  url = "";

  /** API tokens by scope. */
  tokens = {};

  constructor({ settings, agents, scopes, clock }) {
    this.#clock = clock;
    writeFileSync(this.#config, JSON.stringify(settings));
    for (const agent of agents) addAgent(this.#data, agent);
    for (const scope of scopes) this.tokens[scope] = addToken(this.#data, scope);
  }

  get #config() {
    return join(this.#data, "settings.json");
  }

  async start() {
    const address = this.url ? new URL(this.url).host : "127.0.0.1:0";
    this.#child = spawn(
      program,
      ["serve", "--config", this.#config, "--data", this.#data, "--listen", address],
      { env: environment(this.#clock), stdio: ["ignore", "pipe", "pipe"] },
    );
    this.#child.stderr.on("data", (text) => {
      this.#said += text;
    });
    for await (const line of createInterface({ input: this.#child.stdout })) {
      const said = /^listening on (http:\S+)$/.exec(line);
      if (said) {
        this.url = said[1];
        return;
      }
    }
    throw new Error(`the server ended before it listened: ${this.#said}`);
  }

  /** Ends as an operator would end it; resolves to the exit code. */
  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child) return 0;
    if (child.exitCode !== null) return child.exitCode;
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    return code;
  }

  async remove() {
    await this.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }
}

/** A running server, stopped and removed with the test. */
export async function startServer(t, { settings, agents = [ana], scopes = [], clock } = {}) {
  const server = new Server({
    settings: settings ?? openSite({ override: "open" }),
    agents,
    scopes,
    clock,
  });
  t.after(() => server.remove());
  await server.start();
  return server;
}
