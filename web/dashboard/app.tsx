import { useEffect } from "preact/hooks";
import { AiPage } from "./pages/ai-page";
import { CallbacksPage } from "./pages/callbacks-page";
import { InboxPage } from "./pages/inbox-page";
import { NotificationsPage } from "./pages/notifications-page";
import { ReportsPage } from "./pages/reports-page";
import { SettingsPage } from "./pages/settings-page";
import { SignInPage } from "./pages/sign-in-page";
import { HelpDialog } from "./parts/help-dialog";
import { Nav } from "./parts/nav";
import { ServerAway } from "./parts/server-away";
import { announcement } from "./state/alerts";
import { go, route } from "./state/router";
import { phase } from "./state/session";
import { say } from "./words/say";

export function App() {
  if (phase.value === "starting" && route.value.page !== "sign-in")
    return <main aria-busy="true" />;
  if (phase.value === "away") return <ServerAway />;
  if (phase.value !== "in") return <SignInPage />;
  return <Dashboard />;
}

function Dashboard() {
  const { page, conversation } = route.value;
  useEffect(() => {
    if (page === "sign-in") go({ page: "inbox" }, true);
  }, [page]);
  return (
    <div class={conversation ? "app with-conversation" : "app"}>
      <a class="skip" href="#main">
        {say("nav.skip")}
      </a>
      <Nav />
      <Page />
      <HelpDialog />
      <p class="only-heard" role="status">
        {announcement.value}
      </p>
    </div>
  );
}

function Page() {
  switch (route.value.page) {
    case "callbacks":
      return <CallbacksPage />;
    case "reports":
      return <ReportsPage />;
    case "settings":
      return <SettingsPage />;
    case "ai":
      return <AiPage />;
    case "notifications":
      return <NotificationsPage />;
    default:
      return <InboxPage />;
  }
}
