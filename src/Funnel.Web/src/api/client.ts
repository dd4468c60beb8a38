import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** Calls this page's own server, in the words of its own document. */
export const api = createClient<paths>({ baseUrl: location.origin, cache: "no-store" });
