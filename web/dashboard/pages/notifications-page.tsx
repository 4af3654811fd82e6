import { useRef, useState } from "preact/hooks";
import { WarnIcon } from "../../shared/icon";
import { AdminsOnly } from "../parts/admins-only";
import { ChannelTests } from "../parts/channel-tests";
import { DeliveryList } from "../parts/delivery-list";
import { LadderCard } from "../parts/ladder-card";
import { PageFrame } from "../parts/page-frame";
import { PolledSettings } from "../parts/polled-settings";
import { type DeliveryFilter, loadNotifications, mostShown } from "../state/deliveries";
import { usePolled } from "../state/load";
import { say } from "../words/say";

const refreshSeconds = 10;

/** Settings, Notifications: who is told when, a test of each channel, and what was sent. */
export function NotificationsPage() {
  return (
    <PageFrame title={say("settings.title")}>
      <AdminsOnly>
        <ForAdmins />
      </AdminsOnly>
    </PageFrame>
  );
}

function ForAdmins() {
  const list = useRef<HTMLHeadingElement>(null);
  const [filter, setFilter] = useState<DeliveryFilter>("all");
  const loaded = usePolled(filter, refreshSeconds, () => loadNotifications(filter));
  const showDead = () => {
    setFilter("dead");
    list.current?.focus();
  };
  return (
    <PolledSettings name="nav.notifications" lead="notifications.lead" of={loaded}>
      {({ settings, items, dead, filter: shown }) => (
        <>
          <DeadStrip count={dead} onShow={showDead} />
          <LadderCard settings={settings} />
          <ChannelTests settings={settings} />
          <DeliveryList
            items={items}
            shown={shown}
            filter={filter}
            heading={list}
            onFilter={setFilter}
            onSentAgain={loaded.again}
          />
        </>
      )}
    </PolledSettings>
  );
}

/** What nobody was told: it stands above everything else. */
function DeadStrip({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status">
      {count > 0 && (
        <p class="strip bad notice-strip">
          <WarnIcon />
          <b>{say(count < mostShown ? "deliveries.dead" : "deliveries.dead-many", { count })}</b>
          <button type="button" class="text-button" onClick={onShow}>
            {say("deliveries.show-dead")}
          </button>
        </p>
      )}
    </div>
  );
}
