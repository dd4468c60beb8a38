import createClient from "openapi-fetch";
import type { paths } from "../../api/schema";
import { pause, trouble } from "./connection";
import { Refusal, problemOf } from "./problem";
import { session } from "./session";

const temporary = [429, 502, 503, 504];

/**
 * Sends until there is an answer: a refused key is asked for again, and what could not be reached is tried again. Every call
 * of the studio may be repeated, since saving, publishing and restoring what is there already change nothing.
 */
export async function send(request: Request): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const key = await session.needed(request.signal);
    const attempt = request.clone();
    attempt.headers.set("Authorization", `Bearer ${key}`);
    const response = await fetch(attempt).catch((failure: unknown) => {
      if (request.signal.aborted) {
        throw failure;
      }
      return null;
    });
    if (response?.status === 401) {
      session.refuse(key);
    } else if (response && !temporary.includes(response.status)) {
      trouble.value = null;
      return response;
    } else {
      trouble.value = response ? problemOf(response, await json(response)).detail : "The server cannot be reached.";
      await pause(tries, request.signal);
    }
  }
}

const json = (response: Response): Promise<unknown> => response.json().catch(() => null);

/** Calls this page's own server with the merchant's key. */
export const merchant = createClient<paths>({ baseUrl: location.origin, cache: "no-store", fetch: send });

/** @throws Refusal where the server says no. */
export async function answered<T>(
  reply: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await reply;
  if (!response.ok) {
    throw new Refusal(problemOf(response, error));
  }
  return { data: data as T, response };
}
