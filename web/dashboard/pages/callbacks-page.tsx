import { useState } from "preact/hooks";
import { byUrgency, type Promised, type PromiseList, promiseLists } from "../model/promise";
import { Empty } from "../parts/empty";
import { Content, PageFrame } from "../parts/page-frame";
import { PromiseCard } from "../parts/promise-card";
import { StaleStrip } from "../parts/stale-strip";
import { api } from "../state/api";
import { items } from "../state/inbox";
import { useLoaded } from "../state/load";
import { now } from "../state/now";
import { say } from "../words/say";

interface Answer {
  list: PromiseList;
  items: Promised[];
}

/** Every answer that is still owed, the late ones first; and what became of the others. */
export function CallbacksPage() {
  const [list, setList] = useState<PromiseList>("open");
  const promised = [...items.value.values()].filter((item) => item.callback);
  const version = promised.reduce((sum, item) => sum + item.as_of_seq, promised.length);
  const loaded = useLoaded(`${list} ${version}`, () => loadPromises(list));
  return (
    <PageFrame title={say("callbacks.title")}>
      <fieldset class="filters page-filters" aria-label={say("inbox.filter")}>
        {promiseLists.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={list === name}
            onClick={() => setList(name)}
          >
            {say(`callbacks.filter.${name}`)}
          </button>
        ))}
      </fieldset>
      <StaleStrip of={loaded} />
      <Content of={loaded}>{(answer) => <Promises {...answer} />}</Content>
    </PageFrame>
  );
}

async function loadPromises(list: PromiseList): Promise<Answer> {
  const answer = await api.get<{ items: Promised[] }>(`/v1/callbacks?state=${list}`);
  return { list, items: answer.items };
}

function Promises({ list, items: promises }: Answer) {
  if (promises.length === 0)
    return (
      <Empty
        title={say(`callbacks.empty.${list}`)}
        detail={say(`callbacks.empty-detail.${list}`)}
        voice="callback"
      />
    );
  if (list !== "open") return <Cards list={list} promises={promises} />;
  const { late, "in-time": inTime } = byUrgency(promises, now.value);
  return (
    <>
      {late.length > 0 && (
        <h2 class="promise-group late">{say("callbacks.late", { count: late.length })}</h2>
      )}
      <Cards list={list} promises={late} />
      {late.length > 0 && inTime.length > 0 && (
        <h2 class="promise-group">{say("callbacks.in-time", { count: inTime.length })}</h2>
      )}
      <Cards list={list} promises={inTime} />
    </>
  );
}

function Cards({ list, promises }: { list: PromiseList; promises: readonly Promised[] }) {
  if (promises.length === 0) return null;
  return (
    <ul class="promises" aria-label={say("callbacks.list")}>
      {promises.map((item) => (
        <li key={`${item.id} ${item.callback?.promised_at}`}>
          <PromiseCard item={item} list={list} />
        </li>
      ))}
    </ul>
  );
}
