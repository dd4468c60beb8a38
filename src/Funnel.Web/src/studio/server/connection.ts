import { Cell } from "../cell";

/** Why nothing gets through at the moment; null where it does. */
export const trouble = new Cell<string | null>(null);

const firstPause = 1_000;
const longestPause = 8_000;

/** Waits a little longer each time, and no longer than until the network is back. */
export function pause(tries: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, Math.min(firstPause * 2 ** tries, longestPause));
    addEventListener("online", end);
    signal.addEventListener("abort", end);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      if (signal.aborted) {
        reject(signal.reason as Error);
      } else {
        resolve();
      }
    }
  });
}
