import { dayTime } from "../model/times";
import type { InboxItem } from "../model/types";
import { type VisitorMail as Mail, mailWords } from "../model/visitor-mail";
import { api } from "../state/api";
import { usePolled } from "../state/load";
import { locale } from "../state/preferences";
import { say } from "../words/say";

const refreshSeconds = 30;

/** Whether answers reach a visitor who has left; looked at again with each change and twice a minute. */
export function VisitorMail({ item }: { item: InboxItem }) {
  const path = `/v1/conversations/${encodeURIComponent(item.id)}/mail`;
  const { data } = usePolled(`${path} ${item.as_of_seq}`, refreshSeconds, () =>
    api.get<Mail>(path),
  );
  const words = data && mailWords(data);
  if (!words) return null;
  return (
    <p class="quiet t12">
      {say(words, { time: data.asked_at ? dayTime(data.asked_at, locale.value) : "" })}
      {data.waiting > 0 && ` ${say("mail.waiting", { count: data.waiting })}`}
    </p>
  );
}
