import type { Schemas } from "../../api/client";

export type Problem = Schemas["Problem"];

/** The server's no, with its reason. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  is(code: string): boolean {
    return this.problem.type === `urn:funnel:${code}`;
  }
}

/** What is between us and the server says no in its own way. */
export function problemOf(response: Response, body: unknown): Problem {
  return isProblem(body)
    ? body
    : {
        type: "about:blank",
        title: `The server answered ${response.status} ${response.statusText}`.trim(),
        status: response.status,
        detail: "It gave no reason.",
      };
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "type" in body && "detail" in body;
