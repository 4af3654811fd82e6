import type { SafeStorage } from "./safe-storage";

/** What this browser remembers of a visitor's conversation with a site. */
export interface Session {
  conversation: string;
  /** The visitor's key to the conversation; sent in a header only. */
  token: string;
  /** Reasons whose offer was declined. */
  declined: string[];
  /** The newest event the visitor has seen. */
  seen: number;
  rated?: number;
}

export function sessionKey(site: string): string {
  return `handoff:${site}`;
}

export class SessionStore {
  private readonly key: string;

  constructor(
    private readonly storage: SafeStorage,
    site: string,
  ) {
    this.key = sessionKey(site);
  }

  read(): Session | null {
    const stored = this.storage.read<Partial<Session>>(this.key);
    if (typeof stored?.conversation !== "string" || typeof stored.token !== "string") return null;
    return { declined: [], seen: 0, ...stored } as Session;
  }

  start(conversation: string, token: string): Session {
    const session = { conversation, token, declined: [], seen: 0 };
    this.storage.write(this.key, session);
    return session;
  }

  change(part: Partial<Session>): void {
    const session = this.read();
    if (session) this.storage.write(this.key, { ...session, ...part });
  }

  clear(): void {
    this.storage.remove(this.key);
  }
}
