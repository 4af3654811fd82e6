import { usePanel } from "./context";

const scores = [1, 2, 3, 4, 5];

/** Asked once, after a person has left. */
export function Rating({ name }: { name: string }) {
  const { chat, words } = usePanel();
  const given = chat.rated.value;
  const question = name ? words("rating.question", { name }) : words("rating.plain");
  return (
    <div class="rating">
      <fieldset>
        <legend dir="auto">{question}</legend>
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            class="number"
            aria-pressed={given === score}
            onClick={() => void chat.rate(score)}
          >
            {score}
          </button>
        ))}
      </fieldset>
      {given === null ? (
        <p class="row apart t12 quiet">
          <span>1: {words("rating.low")}</span>
          <span>5: {words("rating.high")}</span>
        </p>
      ) : (
        <p class="t12 quiet" role="status">
          {words("rating.thanks")}
        </p>
      )}
    </div>
  );
}
