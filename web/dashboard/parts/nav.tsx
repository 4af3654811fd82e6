import type { ComponentType } from "preact";
import { Glyph } from "../../shared/glyph";
import type { Page } from "../model/route";
import { items } from "../state/inbox";
import { route } from "../state/router";
import { narrow } from "../state/screen";
import { say } from "../words/say";
import { AccountMenu } from "./account-menu";
import { CallbacksIcon, InboxIcon, ReportsIcon, SettingsIcon } from "./icons";
import { Link } from "./link";

/** The four places. A rail at the side; a bar at the bottom where there is one column. */
export function Nav() {
  const waiting = [...items.value.values()].filter((item) => item.state === "waiting").length;
  return (
    <nav class="nav" aria-label={say("nav.label")}>
      <span class="logo" aria-hidden="true">
        <Glyph of="mark" />
      </span>
      <Place page="inbox" icon={InboxIcon} badge={waiting} />
      <Place page="callbacks" icon={CallbacksIcon} />
      <Place page="reports" icon={ReportsIcon} />
      <Place page="settings" icon={SettingsIcon} />
      {!narrow.value && <AccountMenu />}
    </nav>
  );
}

const partsOfSettings: readonly Page[] = ["ai", "notifications"];

interface PlaceProps {
  page: "inbox" | "callbacks" | "reports" | "settings";
  icon: ComponentType;
  badge?: number;
}

function Place({ page, icon: Icon, badge = 0 }: PlaceProps) {
  const current = route.value.page;
  const here = current === page || (page === "settings" && partsOfSettings.includes(current));
  return (
    <Link to={{ page, conversation: null }} class="place" aria-current={here ? "page" : undefined}>
      <Icon />
      <span>{say(`nav.${page}`)}</span>
      {badge > 0 && (
        <b class="badge number" aria-hidden="true">
          {badge}
        </b>
      )}
    </Link>
  );
}
