import { api, type Schemas } from "../../api/client";
import { ask } from "../server/client";
import { type Draft, listDrafts } from "../server/definitions";

/** A funnel as merchants know it: published, drafted, or both. */
export interface ListedFunnel {
  readonly id: string;
  readonly published: Schemas["Funnel"] | null;
  readonly draft: Draft | null;
}

export async function listFunnels(): Promise<ListedFunnel[]> {
  const [{ data: published }, drafts] = await Promise.all([
    ask((asking) => api.GET("/v1/funnels", { ...asking })),
    listDrafts(),
  ]);
  const ids = new Set([...published.map((funnel) => funnel.id), ...drafts.map((draft) => draft.funnel)]);
  return [...ids].sort().map((id) => ({
    id,
    published: published.find((funnel) => funnel.id === id) ?? null,
    draft: drafts.find((draft) => draft.funnel === id) ?? null,
  }));
}
