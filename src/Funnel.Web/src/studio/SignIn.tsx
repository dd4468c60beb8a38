import { useState } from "preact/hooks";
import { useCell } from "./cell";
import { Dialog } from "./Dialog";
import { session } from "./server/session";

/** Asks for the merchant's key. Whoever waits for it goes on with it, and asks again where it is not known. */
export function SignIn() {
  const isRefused = useCell(session.isRefused);
  const [key, setKey] = useState("");
  return (
    <Dialog title="Merchant key" class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          session.give(key.trim());
        }}
      >
        <p>
          The studio is for the shop&rsquo;s own people. Whoever runs this server sets a key for each of you in its
          configuration (<code>Merchants__Keys__&lt;name&gt;</code>); in Development one is made and printed when the
          server starts.
        </p>
        {isRefused && (
          <p class="error" role="alert">
            The server does not know that key. Nothing is lost: give another, and go on.
          </p>
        )}
        <label>
          Key
          <input
            class="field"
            type="password"
            name="key"
            autocomplete="current-password"
            required
            // Of header values, browsers send no others.
            pattern="[\x21-\x7e]+"
            title="Letters, digits and signs, without spaces"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </label>
        <p class="soft">It is kept until this tab is closed, and nowhere else.</p>
        <button class="button primary">Open the studio</button>
      </form>
    </Dialog>
  );
}
