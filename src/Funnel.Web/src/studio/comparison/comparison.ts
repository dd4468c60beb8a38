import { send } from "../server/client";
import { problemOf, Refusal } from "../server/problem";
import type { Schemas } from "../../api/client";

export interface PropertyChange {
  pointer: string;
  before: string | null;
  after: string | null;
}

export interface PartChange {
  step: string;
  offer: string | null;
  change: "added" | "removed" | "moved" | "changed";
  after?: string | null;
  from?: string | null;
  properties?: PropertyChange[];
}

export interface PriceChange {
  product: string;
  option: string | null;
  choice: string | null;
  quantity?: number;
  before?: string | null;
  after?: string | null;
  beforePercent?: number | null;
  afterPercent?: number | null;
}

export interface Summary {
  funnel: string;
  currency: string;
  walks: string | null;
  smallest: string | null;
  largest: string | null;
  longestRun: number | null;
}

export interface Fare {
  shown: string;
  leastDelta: string | null;
  mostDelta: string | null;
}

export interface ReplayedWalk {
  walk: Schemas["Witness"];
  total: string;
  otherTotal: string | null;
  difference: string | null;
  stop: string | null;
}

export interface Comparison {
  same: boolean;
  before: Summary;
  after: Summary;
  parts: PartChange[];
  properties: PropertyChange[];
  prices: PriceChange[];
  fares: { step: string; offer: string; before: Fare; after: Fare }[];
  replayed: ReplayedWalk[];
  gained: ReplayedWalk[];
}

/** A version's number, or the draft. */
export type Side = number | "draft";

export async function compare(funnelId: string, before: Side, after: Side): Promise<Comparison> {
  const response = await send(
    new Request(`/v1/funnels/${funnelId}/diff?before=${before}&after=${after}`, { cache: "no-store" }),
  );
  const body: unknown = await response.json();
  if (!response.ok) {
    throw new Refusal(problemOf(response, body));
  }
  return body as Comparison;
}
