import type { ComponentChildren } from "preact";

interface Props {
  children: ComponentChildren;
  small?: boolean;
  /** Directional icons turn round where the text runs from right to left. */
  mirror?: boolean;
}

function Icon({ children, small, mirror }: Props) {
  const classes = ["icon", small && "small", mirror && "mirror"].filter(Boolean).join(" ");
  return (
    <svg class={classes} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M10 16V4M5 9l5-5 5 5" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon small>
    <circle cx="10" cy="10" r="6.8" />
    <path d="M10 6.2V10l2.6 1.8" />
  </Icon>
);
export const WarnIcon = () => (
  <Icon small>
    <path d="M10 3.2l7 12.6H3L10 3.2z" />
    <path d="M10 8v3.6M10 13.6v.1" />
  </Icon>
);
export const PageIcon = () => (
  <Icon small>
    <path d="M5.5 2.8h6l3.5 3.6v10.8h-9.5z" />
    <path d="M8 9.5h4.5M8 12.5h4.5" />
  </Icon>
);
export const OfflineIcon = () => (
  <Icon small>
    <path d="M3 3l14 14M4 8.5A9 9 0 0 1 7 6.6M16 8.5a9 9 0 0 0-4.5-2.4M7 12a4.6 4.6 0 0 1 4.5-.8M10 15.5v.1" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon small>
    <path d="M4 10.5l4 4 8-9" />
  </Icon>
);

export { Icon };
