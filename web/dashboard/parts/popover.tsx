import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  label: string;
  /** What the button shows; its name is `label` when it shows only a picture. */
  button: ComponentChildren;
  buttonClass: string;
  named?: boolean;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small panel. Escape and a click outside close it; the focus goes back to the button. */
export function Popover({ label, button, buttonClass, named, class: place = "", children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      trigger.current?.focus();
    };
    addEventListener("pointerdown", outside);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("pointerdown", outside);
      removeEventListener("keydown", onKey);
    };
  }, [isOpen]);
  return (
    <div class="popover-box" ref={box}>
      <button
        type="button"
        ref={trigger}
        class={buttonClass}
        aria-label={named ? undefined : label}
        title={named ? undefined : label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <fieldset class={`popover ${place}`} aria-label={label}>
          {children(close)}
        </fieldset>
      )}
    </div>
  );
}
