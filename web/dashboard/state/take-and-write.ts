import { conflict, takeOver } from "./actions";
import { forgetFocus, wantFocus } from "./focus";
import { go, route } from "./router";
import { showTab } from "./view";

/**
 * Takes a conversation and puts the cursor where the answer is written. The wish is there before the server answers,
 * so the field has the focus from its first moment and no key is lost.
 */
export async function takeAndWrite(id: string): Promise<void> {
  if (route.peek().conversation !== id) go({ page: "inbox", conversation: id });
  showTab(id, "reply");
  wantFocus("reply");
  if (await takeOver(id)) return;
  forgetFocus("reply");
  if (conflict.value?.conversation === id) showTab(id, "note");
}
