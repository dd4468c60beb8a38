import { useCell } from "./cell";
import { ConnectionBanner } from "./ConnectionBanner";
import { FunnelList } from "./list/FunnelList";
import { session } from "./server/session";
import { SignIn } from "./SignIn";
import { Workspace } from "./workspace/lazy";

/** The studio: a list of funnels at /studio, and one of them at /studio/{funnelId}. What is open stays while a key is asked for. */
export function Studio() {
  const key = useCell(session.key);
  const funnelId = /^\/studio\/([^/]+)/.exec(location.pathname)?.[1];
  return (
    <div class="studio">
      <ConnectionBanner />
      {funnelId ? <Workspace funnelId={funnelId} /> : <FunnelList />}
      {key === null && <SignIn />}
    </div>
  );
}
