import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Delivery } from "../model/notifications";
import { type DeliveryFilter, mostShown } from "../state/deliveries";
import { say } from "../words/say";
import { sayDeliveryType, sayTarget } from "../words/say-notifications";
import { DeliveryRow } from "./delivery-row";
import { Empty } from "./empty";

const filters: readonly DeliveryFilter[] = ["all", "pending", "dead", "done"];
const columns = ["when", "channel", "recipient", "what", "state", "tries", "said"] as const;

interface Props {
  items: readonly Delivery[];
  /** What `items` was asked for; `filter` is what is asked for now. */
  shown: DeliveryFilter;
  filter: DeliveryFilter;
  onFilter: (filter: DeliveryFilter) => void;
  /** Gets the focus when what had it goes away, and when somebody wants to see the list. */
  heading: RefObject<HTMLHeadingElement>;
  onSentAgain: () => void;
}

/** What the team and other programs were sent, and what still has to leave. */
export function DeliveryList(props: Props) {
  const { items, shown, filter, heading, onFilter, onSentAgain } = props;
  const [told, setTold] = useState("");
  const sentAgain = ({ type, target }: Delivery) => {
    const words = { what: sayDeliveryType(type), target: sayTarget(target) };
    setTold(say("delivery.again-done", words));
    heading.current?.focus();
    onSentAgain();
  };
  return (
    <section class="settings-section card deliveries">
      <h3 ref={heading} tabIndex={-1}>
        {say("deliveries.title")}
      </h3>
      <fieldset class="filters page-filters" aria-label={say("inbox.filter")}>
        {filters.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={filter === name}
            onClick={() => {
              setTold("");
              onFilter(name);
            }}
          >
            {say(`deliveries.filter.${name}`)}
          </button>
        ))}
      </fieldset>
      <p class="hint told" role="status">
        {told}
      </p>
      {items.length === 0 ? (
        <Empty
          title={say(`deliveries.empty.${shown}`)}
          detail={say(`deliveries.empty-detail.${shown}`)}
        />
      ) : (
        <Table items={items} onSentAgain={sentAgain} />
      )}
    </section>
  );
}

interface TableProps {
  items: readonly Delivery[];
  onSentAgain: (delivery: Delivery) => void;
}

function Table({ items, onSentAgain }: TableProps) {
  return (
    <>
      <table class="figures-table delivery-table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" class={name === "tries" ? "number" : undefined}>
                {say(`delivery.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onSentAgain={onSentAgain} />
          ))}
        </tbody>
      </table>
      {items.length >= mostShown && (
        <p class="hint">{say("deliveries.newest", { count: mostShown })}</p>
      )}
    </>
  );
}
