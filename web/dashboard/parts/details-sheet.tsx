import { CloseIcon } from "../../shared/icon";
import type { InboxItem } from "../model/types";
import { wide } from "../state/screen";
import { detailsOpen } from "../state/view";
import { say } from "../words/say";
import { Dialog } from "./dialog";
import { VisitorFacts } from "./visitor-facts";

/** The facts about the visitor as a sheet, where the panel has no room. */
export function DetailsSheet({ item }: { item: InboxItem }) {
  const hide = () => {
    detailsOpen.value = false;
  };
  return (
    <Dialog
      open={detailsOpen.value && !wide.value}
      label={say("visitor.details")}
      class="sheet-dialog"
      onClose={hide}
    >
      <button
        type="button"
        class="icon-button large sheet-close"
        aria-label={say("help.close")}
        onClick={hide}
      >
        <CloseIcon />
      </button>
      <VisitorFacts item={item} />
    </Dialog>
  );
}
