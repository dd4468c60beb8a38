import { useState } from "preact/hooks";
import { Failure } from "../Failure";
import { session } from "../server/session";
import { useLoaded } from "../useLoaded";
import { moment } from "../words";
import { listFunnels, type ListedFunnel } from "./funnels";
import { NewFunnel } from "./NewFunnel";

export function FunnelList() {
  const loaded = useLoaded(listFunnels, []);
  const [isNaming, setIsNaming] = useState(false);
  return (
    <main class="list">
      <header>
        <h1>Funnels</h1>
        <div class="actions">
          <button type="button" class="button" onClick={() => session.forget()}>
            Forget my key
          </button>
          <button type="button" class="button primary" onClick={() => setIsNaming(true)}>
            New funnel
          </button>
        </div>
      </header>
      {loaded.state === "loading" && (
        <p class="soft" role="status">
          Loading…
        </p>
      )}
      {loaded.state === "failed" && <Failure failure={loaded.failure} />}
      {loaded.state === "loaded" &&
        (loaded.value.length > 0 ? <Funnels funnels={loaded.value} /> : <Nothing onNew={() => setIsNaming(true)} />)}
      {isNaming && (
        <NewFunnel
          taken={loaded.state === "loaded" ? loaded.value.map((funnel) => funnel.id) : []}
          onClose={() => setIsNaming(false)}
        />
      )}
    </main>
  );
}

function Nothing({ onNew }: { onNew: () => void }) {
  return (
    <section class="empty">
      <h2>No funnels yet</h2>
      <p>
        A funnel is what a shopper is asked on the way to an order. Begin with a small one, and see it as you write.
      </p>
      <button type="button" class="button" onClick={onNew}>
        Write the first
      </button>
    </section>
  );
}

function Funnels({ funnels }: { funnels: ListedFunnel[] }) {
  return (
    <ul class="funnels">
      {funnels.map((funnel) => (
        <li key={funnel.id}>
          <a href={`/studio/${funnel.id}`}>
            <strong>{funnel.published?.name ?? funnel.id}</strong>
            <code>{funnel.id}</code>
          </a>
          <span>{funnel.published ? `Version ${funnel.published.version}` : <em>Never published</em>}</span>
          <span class="soft">
            {funnel.draft ? `Draft of ${moment(funnel.draft.savedAt)}, by ${funnel.draft.savedBy}` : "No draft"}
          </span>
        </li>
      ))}
    </ul>
  );
}
