import type { PropertyChange } from "./comparison";

/** What is set otherwise beside the steps. */
export function Properties({ properties }: { properties: readonly PropertyChange[] }) {
  return properties.length === 0 ? null : (
    <section>
      <h3>Settings and products</h3>
      <Values changes={properties} />
    </section>
  );
}

export function Values({ changes }: { changes: readonly PropertyChange[] }) {
  return (
    <ul class="values">
      {changes.map((change) => (
        <li key={change.pointer}>
          {change.pointer.slice(1).replaceAll("/", " › ")}: <Value json={change.before} />
          <span aria-hidden="true"> → </span>
          <span class="visually-hidden"> becomes </span>
          <Value json={change.after} />
        </li>
      ))}
    </ul>
  );
}

const longest = 200;

const Value = ({ json }: { json: string | null }) =>
  json === null ? <em>nothing</em> : <code>{json.length > longest ? `${json.slice(0, longest)}…` : json}</code>;
