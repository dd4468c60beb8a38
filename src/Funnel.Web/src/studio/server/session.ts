import { tab } from "../../storage";
import { Cell } from "../cell";

const place = "funnel.merchant-key";

/** The merchant's key. It is kept for as long as the tab lives, and nowhere else. */
class Session {
  readonly key = new Cell<string | null>(tab.get(place));

  /** Whether the server did not know the last one. */
  readonly isRefused = new Cell(false);

  /** Waits until there is one. */
  needed(signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.key.value !== null) {
        resolve(this.key.value);
        return;
      }
      const end = this.key.watch((key) => {
        if (key !== null) {
          end();
          resolve(key);
        }
      });
      signal.addEventListener("abort", () => {
        end();
        reject(signal.reason as Error);
      });
    });
  }

  give(key: string) {
    tab.set(place, key);
    this.isRefused.value = false;
    this.key.value = key;
  }

  /** Another may have been given since. */
  refuse(key: string) {
    if (this.key.value === key) {
      this.forget();
      this.isRefused.value = true;
    }
  }

  forget() {
    tab.remove(place);
    this.key.value = null;
  }
}

export const session = new Session();
