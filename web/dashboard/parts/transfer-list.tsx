import type { InboxItem, TeamMember } from "../model/types";
import { transfer } from "../state/actions";
import { team } from "../state/inbox";
import { say } from "../words/say";

const order = { online: 0, away: 1, offline: 2 };

/** The colleagues a conversation can go to, those who are in first. */
export function TransferList({ item, onDone }: { item: InboxItem; onDone: () => void }) {
  const others = team.value.filter((member) => member.id !== item.owner?.id).sort(byPresence);
  if (others.length === 0) return <p class="menu-text">{say("action.transfer-nobody")}</p>;
  return (
    <>
      <p class="menu-label">{say("action.transfer-to")}</p>
      {others.map((member) => (
        <button
          key={member.id}
          type="button"
          class="menu-item"
          onClick={() => {
            onDone();
            void transfer(item.id, member.id);
          }}
        >
          <span class="row">
            <i class="presence-dot" data-presence={member.status} aria-hidden="true" />
            {member.name}
          </span>
          <span class="quiet t12">{say(`presence.${member.status}`)}</span>
        </button>
      ))}
    </>
  );
}

function byPresence(a: TeamMember, b: TeamMember): number {
  return order[a.status] - order[b.status] || a.name.localeCompare(b.name);
}
