import { canClose, canTransfer } from "../model/rights";
import type { InboxItem } from "../model/types";
import { closeConversation } from "../state/actions";
import { narrow, wide } from "../state/screen";
import { agent } from "../state/session";
import { detailsOpen } from "../state/view";
import { say } from "../words/say";
import { MoreIcon, TransferIcon } from "./icons";
import { Popover } from "./popover";
import { TransferList } from "./transfer-list";

/** Close and transfer: beside the main button, or in a menu where there is no room. */
export function ConversationActions({ item }: { item: InboxItem }) {
  const mayClose = canClose(item, agent.value);
  const mayTransfer = canTransfer(item, agent.value);
  if (narrow.value) return <Menu item={item} mayClose={mayClose} mayTransfer={mayTransfer} />;
  return (
    <>
      {mayClose && (
        <button type="button" class="button ghost" onClick={() => void closeConversation(item.id)}>
          {say("action.close")}
        </button>
      )}
      {mayTransfer && (
        <Popover
          named={wide.value}
          label={say(wide.value ? "action.transfer-to" : "action.transfer")}
          buttonClass="button ghost"
          class="below end"
          button={
            <>
              <TransferIcon />
              {wide.value && say("action.transfer")}
            </>
          }
        >
          {(close) => <TransferList item={item} onDone={close} />}
        </Popover>
      )}
    </>
  );
}

interface MenuProps {
  item: InboxItem;
  mayClose: boolean;
  mayTransfer: boolean;
}

function Menu({ item, mayClose, mayTransfer }: MenuProps) {
  return (
    <Popover
      label={say("action.more")}
      buttonClass="icon-button large"
      class="below end"
      button={<MoreIcon />}
    >
      {(close) => (
        <>
          <MenuItem
            text={say("visitor.details")}
            onPress={() => {
              close();
              detailsOpen.value = true;
            }}
          />
          {mayClose && (
            <MenuItem
              text={say("action.close")}
              onPress={() => {
                close();
                void closeConversation(item.id);
              }}
            />
          )}
          {mayTransfer && <TransferList item={item} onDone={close} />}
        </>
      )}
    </Popover>
  );
}

function MenuItem({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <button type="button" class="menu-item" onClick={onPress}>
      {text}
    </button>
  );
}
