import { Refusal } from "../api/send";

/** Why something did not work, in the server's words. */
export function Failure({ failure }: { failure: unknown }) {
  if (!(failure instanceof Refusal)) {
    // A bug of this page: where it is found, it should be seen.
    throw failure;
  }
  return (
    <p class="error" role="alert">
      <strong>{failure.problem.title}.</strong> {failure.problem.detail}
    </p>
  );
}
