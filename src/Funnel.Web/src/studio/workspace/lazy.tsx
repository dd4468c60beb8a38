import { useLoaded } from "../useLoaded";

/** The workspace with its editor, which the list of funnels need not wait for. */
export function Workspace({ funnelId }: { funnelId: string }) {
  const loaded = useLoaded(async () => (await import("./Workspace")).Workspace, []);
  return loaded.state === "loaded" ? (
    <loaded.value funnelId={funnelId} />
  ) : (
    <p class="soft loading" role="status">
      Loading…
    </p>
  );
}
