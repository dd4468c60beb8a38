import { api, type Schemas } from "../../api/client";
import { ask } from "../server/client";

export type Comparison = Schemas["Comparison"];
export type ComparedVersion = Schemas["ComparedVersion"];
export type Fare = Schemas["Fare"];
export type PartChange = Schemas["PartChange"];
export type PriceChange = Schemas["PriceChange"];
export type PropertyChange = Schemas["PropertyChange"];
export type ReplayedWalk = Schemas["ReplayedWalk"];

/** A version's number, or the draft. */
export type Side = number | "draft";

export async function compare(funnelId: string, before: Side, after: Side): Promise<Comparison> {
  const params = { path: { funnelId }, query: { before: `${before}`, after: `${after}` } };
  return (await ask((asking) => api.GET("/v1/funnels/{funnelId}/diff", { ...asking, params }))).data;
}
