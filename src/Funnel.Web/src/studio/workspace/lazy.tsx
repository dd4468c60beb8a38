import { Failure } from "../Failure";
import { useLoaded } from "../useLoaded";

/** The workspace with its editor, which the list of funnels need not wait for. */
export function Workspace({ funnelId }: { funnelId: string }) {
  const loaded = useLoaded(async () => (await import("./Workspace")).Workspace, []);
  switch (loaded.state) {
    case "loaded":
      return <loaded.value funnelId={funnelId} />;
    case "failed":
      return <Failure failure={loaded.failure} />;
    case "loading":
      return (
        <p class="soft loading" role="status">
          Loading…
        </p>
      );
  }
}
