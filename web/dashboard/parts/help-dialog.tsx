import { CloseIcon } from "../../shared/icon";
import { keys } from "../state/preferences";
import { helpOpen } from "../state/view";
import { say } from "../words/say";
import type { WordKey } from "../words/words";
import { Dialog } from "./dialog";

const rows: readonly [keys: string[], text: WordKey][] = [
  [["T"], "help.take-over"],
  [["R"], "help.return"],
  [["J"], "help.next"],
  [["K"], "help.previous"],
  [["↑", "↓"], "help.list"],
  [["E"], "help.reply"],
  [["N"], "help.note"],
  [["Enter"], "help.send"],
  [["Shift Enter"], "help.break"],
  [["?"], "help.help"],
];

/** Every key, in one place. */
export function HelpDialog() {
  const hide = () => {
    helpOpen.value = false;
  };
  return (
    <Dialog open={helpOpen.value} label={say("help.title")} class="help-dialog" onClose={hide}>
      <header class="row">
        <h2 class="grow">{say("help.title")}</h2>
        <button type="button" class="icon-button" aria-label={say("help.close")} onClick={hide}>
          <CloseIcon />
        </button>
      </header>
      {keys.value === "off" && <p class="second">{say("help.off")}</p>}
      <dl class="help-keys">
        {rows.map(([names, text]) => (
          <div key={text}>
            <dt>{say(text)}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
