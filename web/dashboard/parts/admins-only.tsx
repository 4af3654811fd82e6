import type { ComponentChildren } from "preact";
import { agent } from "../state/session";
import { say } from "../words/say";
import { Empty } from "./empty";

/** A page of the settings: others are told whom to ask. The server refuses them all the same. */
export function AdminsOnly({ children }: { children: ComponentChildren }) {
  if (agent.value?.role === "admin") return <>{children}</>;
  return (
    <Empty
      title={say("settings.admins-only")}
      detail={say("settings.not-admin-detail")}
      voice="closed"
    />
  );
}
