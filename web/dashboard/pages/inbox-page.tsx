import { ConversationList } from "../parts/conversation-list";
import { ConversationView } from "../parts/conversation-view";
import { InboxIdle } from "../parts/inbox-idle";
import { VisitorPanel } from "../parts/visitor-panel";
import { openedItem } from "../state/opened";
import { route } from "../state/router";
import { narrow, wide } from "../state/screen";

export function InboxPage() {
  const { conversation } = route.value;
  const showList = !narrow.value || !conversation;
  const showConversation = !narrow.value || conversation;
  const item = openedItem.value;
  return (
    <>
      {showList && <ConversationList />}
      {showConversation && (
        <main class="conversation-column" id="main">
          {conversation ? <ConversationView key={conversation} id={conversation} /> : <InboxIdle />}
        </main>
      )}
      {wide.value && conversation && item && <VisitorPanel item={item} />}
    </>
  );
}
