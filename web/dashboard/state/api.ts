import { signal } from "@preact/signals";
import { ApiClient } from "../../shared/api-client";

/** Counts the answers "who are you?"; the session watches it, so that a 401 from anywhere leads to sign-in. */
export const refusedAsUnknown = signal(0);

export const api = new ApiClient({
  session: true,
  onRefused(error) {
    if (error.status === 401) refusedAsUnknown.value += 1;
  },
});
