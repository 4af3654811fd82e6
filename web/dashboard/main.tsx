import { effect } from "@preact/signals";
import { render } from "preact";
import { direction } from "../shared/i18n";
import { followTheme } from "../shared/theme";
import { App } from "./app";
import { readyChime } from "./state/chime";
import { followSession } from "./state/lifecycle";
import { locale, theme } from "./state/preferences";
import { followPush } from "./state/push";
import { listenToKeys } from "./state/shortcuts";
import { followTab } from "./state/tab";
import "./styles/dashboard.css";

const page = document.documentElement;

effect(() => followTheme(page, theme.value));
effect(() => {
  page.lang = locale.value;
  page.dir =
    new URLSearchParams(location.search).get("dir") === "rtl" ? "rtl" : direction(locale.value);
});
readyChime();
listenToKeys();
followTab();
followPush();
followSession();

const root = document.getElementById("app");
if (root) render(<App />, root);
