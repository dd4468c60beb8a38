import { type Connection, Refusal, type Reply, send } from "../../api/send";
import { Cell } from "../cell";
import { session } from "./session";

/** How the studio's calls fare. */
export const connection = new Cell<Connection>("fine");

/** What each call is made with. */
export interface Asking {
  readonly signal: AbortSignal;
  readonly headers: { readonly Authorization: string };
}

// A check of a large funnel takes long, and longer where others wait.
const patience = 120_000;

/**
 * Asks the server with the merchant's key, and asks for another key where it does not know that one.
 * @throws Refusal where the server says no for another reason.
 */
export async function ask<T>(
  call: (asking: Asking) => Promise<Reply<T>>,
  signal = new AbortController().signal,
): Promise<{ data: T; response: Response }> {
  for (;;) {
    const key = await session.needed(signal);
    const headers = { Authorization: `Bearer ${key}` };
    const tell = (next: Connection) => (connection.value = next);
    try {
      return await send((late) => call({ signal: late, headers }), { signal, tell, patience });
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.problem.status !== 401) {
        throw failure;
      }
      session.refuse(key);
    }
  }
}

/** Whether the server said no in one of these ways. */
export const isRefusal = (failure: unknown, ...codes: string[]): failure is Refusal =>
  failure instanceof Refusal && codes.some((code) => failure.problem.type === `urn:funnel:${code}`);
