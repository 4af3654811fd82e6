import type { ComponentChildren } from "preact";
import type { Loaded } from "../state/load";
import { say } from "../words/say";
import { ConnectionStrip } from "./connection-strip";
import { Empty } from "./empty";
import { PageHeader } from "./page-header";
import { Skeleton } from "./skeleton";

/** A page that is not the inbox: its head, how fresh it is, and its content in one column. */
export function PageFrame({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="page" id="main">
      <PageHeader title={title} />
      <ConnectionStrip />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div class="page-scroll" tabIndex={0}>
        <div class="page-body">{children}</div>
      </div>
    </main>
  );
}

interface ContentProps<T> {
  of: Loaded<T>;
  children: (data: T) => ComponentChildren;
}

/** What was loaded; until then grey bars, and where it failed the reason and another try. */
export function Content<T>({ of, children }: ContentProps<T>) {
  if (of.data !== null) return <>{children(of.data)}</>;
  if (!of.error) return <Skeleton label={say("inbox.loading")} />;
  return (
    <Empty title={say("error.load")} detail={of.error.message} voice="closed">
      <button type="button" class="button" onClick={of.again}>
        {say("action.retry")}
      </button>
    </Empty>
  );
}
