import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  open: boolean;
  label: string;
  class: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog of the browser: it holds the focus, Escape closes it, the focus goes back afterwards. */
export function Dialog({ open, label, class: look, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class={look} aria-label={label} onClose={onClose}>
      {open && children}
    </dialog>
  );
}
