/** The key of a shortcut, for the eye; `aria-keyshortcuts` of the button says it to others. */
export function Key({ name }: { name: string }) {
  return (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  );
}
