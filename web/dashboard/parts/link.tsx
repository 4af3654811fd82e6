import type { ComponentChildren, JSX } from "preact";
import { formatRoute, type Route } from "../model/route";
import { go, route } from "../state/router";

type Props = Omit<JSX.HTMLAttributes<HTMLAnchorElement>, "href"> & {
  to: Partial<Route>;
  children: ComponentChildren;
};

/** A link inside the dashboard: a real address, followed without loading the page again. */
export function Link({ to, children, ...rest }: Props) {
  const full = { filter: route.value.filter, ...to };
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    go(full);
  };
  return (
    <a {...rest} href={formatRoute(full)} onClick={follow}>
      {children}
    </a>
  );
}
