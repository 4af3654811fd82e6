import { ApiError } from "../../shared/api-error";
import { say } from "./say";

/** What went wrong with a request: in the server's words, or that it cannot be reached. */
export function sayError(error: unknown): string {
  if (error instanceof ApiError && error.status === 0) return say("live.away");
  return error instanceof Error ? error.message : String(error);
}
