import { type Opened, openFunnel } from "../drafts/open";
import { Failure } from "../Failure";
import { useLoaded } from "../useLoaded";
import { Workbench } from "./Workbench";

/** Opens a funnel to be worked on. */
export function Workspace({ funnelId }: { funnelId: string }) {
  const loaded = useLoaded<Opened | null>(
    () => (idForm.test(funnelId) ? openFunnel(funnelId) : Promise.resolve(null)),
    [funnelId],
  );
  if (loaded.state === "loaded" && loaded.value) {
    return <Workbench opened={loaded.value} />;
  }
  return (
    <main class="list">
      <h1>{funnelId}</h1>
      {loaded.state === "loading" && (
        <p class="soft" role="status">
          Loading…
        </p>
      )}
      {loaded.state === "failed" && <Failure failure={loaded.failure} />}
      {loaded.state === "loaded" && (
        <p class="error" role="alert">
          No funnel can be called so: an id has small letters, digits and hyphens, and at most 63 of them.
        </p>
      )}
      <p>
        <a href="/studio">All funnels</a>
      </p>
    </main>
  );
}

const idForm = /^[a-z0-9][a-z0-9-]{0,62}$/;
