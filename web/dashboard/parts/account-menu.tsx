import { initials } from "../../shared/formats";
import type { ThemeChoice } from "../../shared/theme";
import { keys, locale, sound, theme } from "../state/preferences";
import { narrow } from "../state/screen";
import { agent, presence, signOut } from "../state/session";
import { helpOpen } from "../state/view";
import { say } from "../words/say";
import { MoreIcon } from "./icons";
import { Key } from "./key";
import { OwnNotificationControls } from "./own-notifications";
import { Popover } from "./popover";
import { PushControl } from "./push-control";
import { Switch } from "./switch";

/** The agent and this device: how it looks, sounds and listens to keys. */
export function AccountMenu() {
  return (
    <Popover
      named={!narrow.value}
      label={say("me.menu")}
      buttonClass={narrow.value ? "icon-button" : "me"}
      button={narrow.value ? <MoreIcon /> : <Portrait />}
      class={narrow.value ? "tall below end" : "tall above"}
    >
      {(close) => (
        <>
          <p class="menu-head">
            <b>{agent.value?.name}</b>
            <span class="quiet t12 cut">{agent.value?.email}</span>
          </p>
          <ThemeChooser />
          <LanguageChooser />
          <Switch label={say("me.keys")} of={keys} />
          <MyNotifications />
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              close();
              helpOpen.value = true;
            }}
          >
            {say("me.help")}
            <Key name="?" />
          </button>
          <button type="button" class="menu-item" onClick={() => void signOut()}>
            {say("me.sign-out")}
          </button>
        </>
      )}
    </Popover>
  );
}

/** On this computer, and wherever else the agent can be reached. */
function MyNotifications() {
  return (
    <fieldset class="menu-group" aria-labelledby="my-notifications">
      <p class="menu-label" id="my-notifications">
        {say("own.title")}
      </p>
      <Switch label={say("me.sound")} of={sound} />
      <PushControl />
      <OwnNotificationControls />
    </fieldset>
  );
}

function Portrait() {
  return (
    <>
      <span class="portrait">{initials(agent.value?.name ?? "")}</span>
      <span class="only-heard">{say("me.menu")}</span>
      <i class="presence-dot" data-presence={presence.value} />
    </>
  );
}

function ThemeChooser() {
  return (
    <label class="menu-row">
      <span>{say("me.theme")}</span>
      <select
        class="small-select"
        value={theme.value}
        onChange={(event) => {
          theme.value = event.currentTarget.value as ThemeChoice;
        }}
      >
        <option value="auto">{say("me.theme.auto")}</option>
        <option value="light">{say("me.theme.light")}</option>
        <option value="dark">{say("me.theme.dark")}</option>
      </select>
    </label>
  );
}

function LanguageChooser() {
  return (
    <label class="menu-row">
      <span>{say("me.language")}</span>
      <select
        class="small-select"
        value={locale.value}
        onChange={(event) => {
          locale.value = event.currentTarget.value;
        }}
      >
        <option value="en" lang="en">
          English
        </option>
        <option value="ro" lang="ro">
          Română
        </option>
      </select>
    </label>
  );
}
