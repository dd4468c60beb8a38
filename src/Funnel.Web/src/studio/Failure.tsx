import { Refusal } from "../api/send";

/** Why something did not work, in the server's words where it is the server's no. */
export function Failure({ failure }: { failure: unknown }) {
  return (
    <p class="error" role="alert">
      {failure instanceof Refusal ? (
        <>
          <strong>{failure.problem.title}.</strong> {failure.problem.detail}
        </>
      ) : (
        <>
          <strong>This page has failed.</strong> Load it again: what you have written is kept. ({`${failure}`})
        </>
      )}
    </p>
  );
}
