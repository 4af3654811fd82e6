import type { Signal } from "@preact/signals";

interface Props {
  label: string;
  of: Signal<string>;
}

/** A preference that is on or off. */
export function Switch({ label, of }: Props) {
  const on = of.value === "on";
  return (
    <button
      type="button"
      role="switch"
      class="menu-row switch-row"
      aria-checked={on}
      onClick={() => {
        of.value = on ? "off" : "on";
      }}
    >
      <span>{label}</span>
      <i class="switch" aria-hidden="true" />
    </button>
  );
}
