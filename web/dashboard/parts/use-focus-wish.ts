import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { type FocusTarget, takeFocus } from "../state/focus";

/** Runs `fulfil` each time somebody wishes the focus here, also when the wish is older than this part. */
export function useFocusWish(target: FocusTarget, fulfil: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fulfil` only reads refs
  useLayoutEffect(
    () =>
      effect(() => {
        if (takeFocus(target)) fulfil();
      }),
    [target],
  );
}

/** The usual wish: the element gets the focus. */
export function useWishedFocus(target: FocusTarget, element: RefObject<HTMLElement>): void {
  useFocusWish(target, () => element.current?.focus());
}
