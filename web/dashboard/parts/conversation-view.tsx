import { isMine } from "../model/rights";
import { load, opened, openedItem } from "../state/opened";
import { agent } from "../state/session";
import { returnOpen } from "../state/view";
import { say } from "../words/say";
import { Composer } from "./composer";
import { ConflictBanner } from "./conflict-banner";
import { ConversationHeader } from "./conversation-header";
import { DetailsSheet } from "./details-sheet";
import { Empty } from "./empty";
import { FailureStrip } from "./failure-strip";
import { Link } from "./link";
import { ReturnPanel } from "./return-panel";
import { Skeleton } from "./skeleton";
import { SummaryCard, summaryIsNews } from "./summary-card";
import { Transcript } from "./transcript";

/** The conversation: who holds it, what was tried, every word, and the way to answer. */
export function ConversationView({ id }: { id: string }) {
  const item = openedItem.value;
  const problem = opened.value?.problem ?? null;
  return (
    <section class="conversation" aria-label={say("conversation.region")}>
      {problem === "missing" ? (
        <Missing />
      ) : problem === "failed" && !opened.value?.conversation ? (
        <Failed id={id} />
      ) : !item ? (
        <Skeleton label={say("conversation.loading")} />
      ) : (
        <>
          <ConversationHeader item={item} />
          <ConflictBanner item={item} />
          <FailureStrip />
          {returnOpen.value && isMine(item, agent.value) && <ReturnPanel item={item} />}
          <SummaryCard key={summaryIsNews(item.state) ? "open" : "closed"} item={item} />
          <Transcript item={item} />
          <Composer item={item} />
          <DetailsSheet item={item} />
        </>
      )}
    </section>
  );
}

function Missing() {
  return (
    <Empty
      title={say("conversation.missing")}
      detail={say("conversation.missing-detail")}
      voice="closed"
    >
      <Link to={{ page: "inbox", conversation: null }} class="button">
        {say("conversation.to-inbox")}
      </Link>
    </Empty>
  );
}

function Failed({ id }: { id: string }) {
  return (
    <Empty title={say("conversation.failed")} detail={say("live.away")} voice="closed">
      <button type="button" class="button" onClick={() => void load(id)}>
        {say("action.retry")}
      </button>
    </Empty>
  );
}
