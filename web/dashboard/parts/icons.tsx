import { Icon } from "../../shared/icon";

/** Icons that only the dashboard needs. 20 grid, 1.5 stroke, round ends. */
export const InboxIcon = () => (
  <Icon>
    <path d="M3 11.5L5.2 4h9.6L17 11.5V16H3z" />
    <path d="M3 11.5h4l1 2h4l1-2h4" />
  </Icon>
);
export const CallbacksIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.8" />
    <path d="M10 6.2V10l2.6 1.8" />
  </Icon>
);
export const ReportsIcon = () => (
  <Icon>
    <path d="M3.5 16.5h13M6 13.5v-4M10 13.5V5M14 13.5V8" />
  </Icon>
);
export const SettingsIcon = () => (
  <Icon>
    <path d="M3 6h7M14.5 6H17M3 14h2.5M10 14h7" />
    <circle cx="12.2" cy="6" r="2.1" />
    <circle cx="7.6" cy="14" r="2.1" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.4" />
  </Icon>
);
export const BackIcon = () => (
  <Icon mirror>
    <path d="M12 4.5L6.5 10l5.5 5.5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon small>
    <path d="M5 7.5l5 5 5-5" />
  </Icon>
);
export const LockIcon = () => (
  <Icon small>
    <rect x="4.5" y="9" width="11" height="7.5" rx="2" />
    <path d="M7 9V6.500a3 3 0 0 1 6 0V9" />
  </Icon>
);
export const BellIcon = () => (
  <Icon small>
    <path d="M5 14V9a5 5 0 0 1 10 0v5l1 1H4zM8.5 17h3" />
  </Icon>
);
export const TransferIcon = () => (
  <Icon small>
    <path d="M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="7" r="3.2" />
    <path d="M4 16.5c.8-3 3-4.400 6-4.400s5.200 1.400 6 4.400" />
  </Icon>
);
export const MailIcon = () => (
  <Icon small>
    <rect x="3" y="5" width="14" height="10.5" rx="2" />
    <path d="M3.500 6.500L10 11l6.500-4.500" />
  </Icon>
);
export const PhoneIcon = () => (
  <Icon small>
    <path d="M4 4.500l3-.8 1.500 3.600-1.900 1.500a9.500 9.500 0 0 0 4.600 4.600l1.500-1.900 3.600 1.500-.8 3C9.500 16.500 3.500 10.500 4 4.500z" />
  </Icon>
);
