import type { Group } from "../model/inbox-order";
import { groupOf } from "../model/inbox-order";
import type { Filter } from "../model/route";
import { cursors, failed, items, loaded, loadMore } from "../state/inbox";
import { groups, held } from "../state/list";
import { go, route } from "../state/router";
import { narrow } from "../state/screen";
import { agent } from "../state/session";
import { say } from "../words/say";
import { ConnectionStrip } from "./connection-strip";
import { Empty } from "./empty";
import { InboxRow } from "./inbox-row";
import { PageHeader } from "./page-header";
import { Skeleton } from "./skeleton";

const filters: readonly Filter[] = ["all", "waiting", "mine", "closed"];

/** Every conversation of the site, grouped by who holds it: the left column, or on a phone the whole page. */
export function ConversationList() {
  const Place = narrow.value ? "main" : "section";
  return (
    <Place class="list-column" id={narrow.value ? "main" : undefined} aria-label={say("nav.inbox")}>
      <PageHeader title={say("nav.inbox")} />
      <fieldset class="filters" aria-label={say("inbox.filter")}>
        {filters.map((filter) => (
          <FilterButton key={filter} filter={filter} />
        ))}
      </fieldset>
      <ConnectionStrip />
      <div class="list-scroll">
        {loaded.value ? <Rows /> : failed.value ? null : <Skeleton label={say("inbox.loading")} />}
      </div>
    </Place>
  );
}

function FilterButton({ filter }: { filter: Filter }) {
  const me = agent.value?.id ?? "";
  const counted = filter === "waiting" || filter === "mine";
  const count = counted
    ? [...items.value.values()].filter((item) => groupOf(item, me) === filter).length
    : 0;
  return (
    <button
      type="button"
      aria-pressed={route.value.filter === filter}
      onClick={() => go({ ...route.value, filter })}
    >
      {say(`filter.${filter}`)}
      {count > 0 && <b class="number"> {count}</b>}
    </button>
  );
}

function Rows() {
  if (groups.value.length === 0) return <NoRows />;
  return (
    <>
      <ul
        class="rows"
        aria-label={say("inbox.list")}
        onKeyDown={moveByArrow}
        onPointerEnter={hold}
        onPointerLeave={release}
        onFocusIn={hold}
        onFocusOut={release}
      >
        {groups.value.map((group) => (
          <GroupRows key={group.name} group={group} />
        ))}
      </ul>
      <More />
    </>
  );
}

function GroupRows({ group }: { group: Group }) {
  return (
    <>
      {group.items.map((item, index) => (
        <li key={item.id}>
          {index === 0 && (
            <h2 class="group-head">
              <span>{say(`group.${group.name}`)}</span>
              <span class="number quiet">{group.items.length}</span>
            </h2>
          )}
          <InboxRow item={item} />
        </li>
      ))}
    </>
  );
}

function NoRows() {
  const { filter } = route.value;
  if (filter === "all") return <p class="no-rows quiet">{say("inbox.nothing")}</p>;
  return (
    <Empty title={say("inbox.nothing")} detail={say("inbox.nothing-filter")} voice="closed">
      <button type="button" class="button" onClick={() => go({ ...route.value, filter: "all" })}>
        {say("inbox.show-all")}
      </button>
    </Empty>
  );
}

function More() {
  const list = route.value.filter === "closed" ? "closed" : "open";
  if (!cursors.value[list]) return null;
  return (
    <button
      type="button"
      class="text-button more"
      onClick={() => void loadMore(list).catch(() => {})}
    >
      {say("inbox.more")}
    </button>
  );
}

const hold = () => {
  held.value = true;
};

function release(event: Event): void {
  const list = event.currentTarget as HTMLElement;
  const to = (event as FocusEvent).relatedTarget as Node | null;
  if (event.type === "focusout" && to && list.contains(to)) return;
  held.value =
    event.type === "focusout" ? list.matches(":hover") : list.contains(document.activeElement);
}

function moveByArrow(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const list = event.currentTarget as HTMLElement;
  const rows = [...list.querySelectorAll<HTMLAnchorElement>("a")];
  const at = rows.indexOf(document.activeElement as HTMLAnchorElement);
  rows[at + step]?.focus();
  event.preventDefault();
}
