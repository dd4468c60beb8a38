import type { Schemas } from "./client";

export type Problem = Schemas["Problem"];

/** The server's no, with its reason. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** How the calls fare: `lost` while the server is not reached, `busy` while it asks to wait. */
export type Connection = "fine" | "lost" | "busy";

/** As the client gives it. */
export interface Reply<T> {
  data?: T | undefined;
  error?: unknown;
  response: Response;
}

export type Call<T> = (signal: AbortSignal) => Promise<Reply<T>>;

interface Sending {
  /** Ends the waiting, too. */
  signal?: AbortSignal | undefined;
  tell?: (connection: Connection) => void;
  /** Milliseconds after which a call that brings nothing back is lost. */
  patience?: number;
}

const firstPause = 500;
const longestPause = 8_000;
const usualPatience = 20_000;

/**
 * Sends until there is an answer. Every call of the pages can be repeated, so a lost reply is simply asked for again.
 * @returns What the server says.
 * @throws Refusal where the server says no.
 */
export async function send<T>(
  call: Call<T>,
  { signal, tell, patience = usualPatience }: Sending = {},
): Promise<{ data: T; response: Response }> {
  for (let attempt = 0; ; attempt++) {
    const late = AbortSignal.timeout(patience);
    const reply = await call(signal ? AbortSignal.any([signal, late]) : late).catch((failure: unknown) => {
      if (signal?.aborted || !isLost(failure)) {
        throw failure;
      }
      return null;
    });
    if (reply && !isTemporary(reply)) {
      tell?.("fine");
      if (reply.response.ok) {
        return { data: reply.data as T, response: reply.response };
      }
      throw new Refusal(problemOf(reply));
    }
    tell?.(reply?.response.status === 429 ? "busy" : "lost");
    await pause(reply?.response, attempt, signal);
  }
}

/** A call that went out and brought nothing back, or something else than the server's words: a captive portal's page. */
const isLost = (failure: unknown) =>
  failure instanceof TypeError ||
  failure instanceof SyntaxError ||
  (failure instanceof DOMException && failure.name === "TimeoutError");

const isTemporary = ({ response, error, data }: Reply<unknown>) =>
  (response.ok && response.status !== 204 && (data === undefined || data === null)) ||
  [429, 502, 504].includes(response.status) ||
  (response.status === 503 && (error as Partial<Problem> | undefined)?.type !== "urn:funnel:version-unreadable");

/** A proxy's no is no problem+json. */
function problemOf({ error, response }: Reply<unknown>): Problem {
  const told = error as Partial<Problem> | undefined;
  return typeof told?.type === "string" && typeof told.detail === "string"
    ? (told as Problem)
    : { type: "about:blank", title: `${response.status}`, status: response.status, detail: response.statusText };
}

function pause(response: Response | undefined, attempt: number, signal: AbortSignal | undefined): Promise<void> {
  const asked = Number(response?.headers.get("Retry-After"));
  const milliseconds = asked > 0 ? asked * 1_000 : Math.min(firstPause * 2 ** attempt, longestPause);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end, { once: true });
    signal?.addEventListener("abort", end, { once: true });
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      if (signal?.aborted) {
        reject(signal.reason as Error);
      } else {
        resolve();
      }
    }
  });
}
