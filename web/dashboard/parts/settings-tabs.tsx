import type { Page } from "../model/route";
import { route } from "../state/router";
import { say } from "../words/say";
import { Link } from "./link";

const pages: readonly [page: Page, words: "settings.heading" | "nav.ai"][] = [
  ["settings", "settings.heading"],
  ["ai", "nav.ai"],
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
