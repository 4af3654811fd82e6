/** Notifications on this computer, in English. */
export const pushEn = {
  "push.label": "Notify me on this computer",
  "push.unsupported":
    "This browser shows no notifications for this page. They need https, and a browser with web push.",
  "push.not-set-up": "The server is not set up for them: notifications.push is missing.",
  "push.blocked":
    "Blocked in this browser. Open the site's settings beside the address, allow notifications, then reload.",
  "push.off": "Off. While this page is closed, nothing tells you that somebody waits.",
  "push.on": "You are told when somebody waits, also when this page is closed.",
  "push.working": "One moment",
  "push.failed": "That did not work: {detail}",
} as const;
