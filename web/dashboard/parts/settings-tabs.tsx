import type { Page } from "../model/route";
import { route } from "../state/router";
import { say } from "../words/say";
import type { WordKey } from "../words/words";
import { Link } from "./link";

const pages: readonly [page: Page, words: WordKey][] = [
  ["settings", "settings.heading"],
  ["ai", "nav.ai"],
  ["notifications", "nav.notifications"],
];

/** The pages of the settings. */
export function SettingsTabs() {
  return (
    <nav class="page-tabs" aria-label={say("settings.pages")}>
      {pages.map(([page, words]) => (
        <Link
          key={page}
          to={{ page, conversation: null }}
          aria-current={route.value.page === page ? "page" : undefined}
        >
          {say(words)}
        </Link>
      ))}
    </nav>
  );
}
