import { api, type Schemas } from "../../api/client";
import { ask, isRefusal } from "./client";

export type Report = Schemas["Report"];
export type ReportedProblem = Schemas["ReportedProblem"];
export type Version = Schemas["Version"];
export type Draft = Schemas["Draft"];

/** A text as the server has it, known by its entity tag. */
export interface Stored {
  readonly text: string;
  readonly etag: string;
}

/** Bytes that one may have at most. */
export const mostBytes = 256 * 1024;

export const bytesOf = (text: string) => new TextEncoder().encode(text).length;

// Definitions go out byte for byte as they are written, valid or not, whatever the document's type says of them.
const written = (text: string) => ({
  body: text as unknown as Schemas["Definition"],
  bodySerializer: (body: unknown) => body as string,
});

const at = (funnelId: string) => ({ path: { funnelId } });

export async function checkDefinition(text: string, signal: AbortSignal): Promise<Report> {
  return (await ask((asking) => api.POST("/v1/funnels/check", { ...asking, ...written(text) }), signal)).data;
}

export async function listDrafts(): Promise<Draft[]> {
  return (await ask((asking) => api.GET("/v1/drafts", { ...asking }))).data.drafts;
}

/** @returns Null where there is none. */
export async function readDraft(funnelId: string): Promise<Stored | null> {
  return stored((asking) =>
    api.GET("/v1/funnels/{funnelId}/draft", { ...asking, params: at(funnelId), parseAs: "text" }),
  );
}

/** @returns Null where there is none. */
export async function readVersion(funnelId: string, version: number): Promise<Stored | null> {
  return stored((asking) =>
    api.GET("/v1/funnels/{funnelId}/versions/{version}", {
      ...asking,
      params: { path: { funnelId, version } },
      parseAs: "text",
    }),
  );
}

/** @param replaces The entity tag of the draft that is to be replaced; null where there must be none. */
export async function saveDraft(funnelId: string, text: string, replaces: string | null): Promise<string> {
  const header = replaces === null ? { "If-None-Match": "*" as const } : { "If-Match": replaces };
  const { response } = await ask((asking) =>
    api.PUT("/v1/funnels/{funnelId}/draft", { ...asking, ...written(text), params: { ...at(funnelId), header } }),
  );
  return etagOf(response);
}

/** @param over The number of the version that must still be the newest; 0 where there must be none. */
export async function publishDraft(funnelId: string, etag: string, over: number): Promise<Version> {
  const params = { ...at(funnelId), header: { "If-Match": etag }, query: { over } };
  return (await ask((asking) => api.POST("/v1/funnels/{funnelId}/publish", { ...asking, params }))).data;
}

/** @param before The `next` of the page before. */
export async function listVersions(funnelId: string, before?: number, limit?: number): Promise<Schemas["VersionPage"]> {
  const query = { ...(before !== undefined && { before }), ...(limit !== undefined && { limit }) };
  try {
    return (
      await ask((asking) =>
        api.GET("/v1/funnels/{funnelId}/versions", { ...asking, params: { ...at(funnelId), query } }),
      )
    ).data;
  } catch (failure) {
    if (isRefusal(failure, "funnel-not-found")) {
      return { versions: [], next: null };
    }
    throw failure;
  }
}

/** @param over The number of the version that must still be the newest. */
export async function restoreVersion(funnelId: string, version: number, over: number): Promise<Version> {
  const params = { path: { funnelId, version }, query: { over } };
  return (await ask((asking) => api.POST("/v1/funnels/{funnelId}/versions/{version}/restore", { ...asking, params })))
    .data;
}

async function stored(call: Parameters<typeof ask>[0]): Promise<Stored | null> {
  try {
    const { data, response } = await ask(call);
    return { text: data as string, etag: etagOf(response) };
  } catch (failure) {
    if (isRefusal(failure, "draft-not-found", "version-not-found")) {
      return null;
    }
    throw failure;
  }
}

const etagOf = (response: Response) => response.headers.get("ETag") ?? "";
