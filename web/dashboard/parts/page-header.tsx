import { narrow } from "../state/screen";
import { AccountMenu } from "./account-menu";
import { PresenceSelect } from "./presence-select";

/** The head of each page: its name, our presence, and on a phone the menu that has no place in the bar below. */
export function PageHeader({ title }: { title: string }) {
  return (
    <header class="page-header">
      <h1 class="cut">{title}</h1>
      <PresenceSelect />
      {narrow.value && <AccountMenu />}
    </header>
  );
}
