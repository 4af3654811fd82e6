import { ApiError } from "./api-error";
import type { Problem } from "./types";

export interface ApiOptions {
  /** Origin of the server, without a slash at the end; empty for the page's own. */
  base?: string;
  /** Added to each request, e.g. the visitor's token. */
  headers?: () => Record<string, string>;
  /** Sends the session cookie and the header that proves a request of ours. */
  session?: boolean;
  /** Called with each refusal, before it is thrown; a dashboard goes back to sign-in on 401. */
  onRefused?: (error: ApiError) => void;
  fetch?: typeof fetch;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

const requestSeconds = 20;

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { title: response.statusText || "Request failed", status: response.status };
  try {
    return {
      ...fallback,
      ...((await response.json()) as Partial<Problem>),
      status: response.status,
    };
  } catch {
    return fallback;
  }
}

function secondsToWait(headers: Headers): number | null {
  const seconds = Number.parseInt(headers.get("Retry-After") ?? "", 10);
  return Number.isFinite(seconds) ? seconds : null;
}

/** JSON over HTTP. Every refusal is an `ApiError`; a missing network is one with status 0. */
export class ApiClient {
  constructor(private readonly options: ApiOptions = {}) {}

  get<T>(path: string): Promise<T> {
    return this.body<T>("GET", path);
  }
  /** `seconds`: how long to wait for the answer. */
  post<T>(path: string, body?: unknown, seconds = requestSeconds): Promise<T> {
    return this.body<T>("POST", path, body, seconds);
  }
  put<T>(path: string, body?: unknown): Promise<T> {
    return this.body<T>("PUT", path, body);
  }
  delete<T>(path: string): Promise<T> {
    return this.body<T>("DELETE", path);
  }

  /** The whole answer, for callers that need status or headers. */
  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    seconds = requestSeconds,
  ): Promise<Answer<T>> {
    const response = await this.send(method, path, body, seconds);
    if (!response.ok)
      throw this.refused(await problemOf(response), secondsToWait(response.headers));
    const text = response.status === 204 ? "" : await response.text();
    const value = (text === "" ? undefined : JSON.parse(text)) as T;
    return { status: response.status, headers: response.headers, body: value };
  }

  /** Headers for requests that do not go through this client, such as live streams. */
  headers(): Record<string, string> {
    return this.options.headers?.() ?? {};
  }

  url(path: string): string {
    return `${this.options.base ?? ""}${path}`;
  }

  private async body<T>(
    method: string,
    path: string,
    body?: unknown,
    seconds?: number,
  ): Promise<T> {
    return (await this.request<T>(method, path, body, seconds)).body;
  }

  private async send(
    method: string,
    path: string,
    body: unknown,
    seconds: number,
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", ...this.headers() };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (this.options.session && method !== "GET") headers["X-Handoff-Request"] = "1";
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), seconds * 1000);
    try {
      return await (this.options.fetch ?? fetch)(this.url(path), {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: this.options.session ? "same-origin" : "omit",
        signal: abort.signal,
      });
    } catch {
      throw this.refused({ title: "The server cannot be reached", status: 0 }, null);
    } finally {
      clearTimeout(timer);
    }
  }

  private refused(problem: Problem, retryAfter: number | null): ApiError {
    const error = new ApiError(problem, retryAfter);
    this.options.onRefused?.(error);
    return error;
  }
}
