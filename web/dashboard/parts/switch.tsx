import type { Signal } from "@preact/signals";

interface RowProps {
  label: string;
  on: boolean;
  /** The switch stays where it is, and its description says why. */
  disabled?: boolean;
  busy?: boolean;
  describedBy?: string;
  onToggle: () => void;
}

/** A row of a menu that is on or off. */
export function SwitchRow({ label, on, disabled, busy, describedBy, onToggle }: RowProps) {
  return (
    <button
      type="button"
      role="switch"
      class="menu-row switch-row"
      aria-checked={on}
      aria-disabled={disabled}
      aria-busy={busy}
      aria-describedby={describedBy}
      onClick={() => {
        if (!disabled) onToggle();
      }}
    >
      <span>{label}</span>
      <i class="switch" aria-hidden="true" />
    </button>
  );
}

interface Props {
  label: string;
  of: Signal<string>;
}

/** A preference that is on or off. */
export function Switch({ label, of }: Props) {
  const on = of.value === "on";
  return (
    <SwitchRow
      label={label}
      on={on}
      onToggle={() => {
        of.value = on ? "off" : "on";
      }}
    />
  );
}
