const key = "handoff:dashboard:push";

/** The agent who wants notifications on this computer, also after signing out and in again. */
export function pushOwner(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberPushOwner(agentId: string | null): void {
  try {
    if (agentId === null) localStorage.removeItem(key);
    else localStorage.setItem(key, agentId);
  } catch {
    // Refused or full: notifications stay on until the agent signs out.
  }
}
