import type { ComponentChildren } from "preact";
import { useColumns } from "./useColumns";

export type PaneName = "text" | "picture" | "try" | "report";

export interface Pane {
  readonly name: PaneName;
  readonly title: string;
  /** Beside the title: how many errors. */
  readonly mark?: ComponentChildren;
  readonly content: ComponentChildren;
}

interface Props {
  panes: Record<PaneName, Pane>;
  /** The panes that were chosen, the latest first. */
  chosen: readonly PaneName[];
  onChoose: (name: PaneName) => void;
}

const slots: Record<1 | 2 | 3, readonly (readonly PaneName[])[]> = {
  1: [["text", "picture", "try", "report"]],
  2: [["text"], ["picture", "try", "report"]],
  3: [["text"], ["picture", "try"], ["report"]],
};

/** The panes side by side, and under tabs where the page is too narrow. All stay as they are while others are in front. */
export function Panes({ panes, chosen, onChoose }: Props) {
  const columns = useColumns();
  const front = slots[columns].map((slot) => chosen.find((name) => slot.includes(name)) ?? slot[0]!);
  return (
    <main class={`panes columns-${columns}`}>
      {slots[columns].map((slot, column) => (
        <Bar key={column} {...{ slot, column, panes, onChoose }} front={front[column]!} />
      ))}
      {Object.values(panes).map((pane) => {
        const column = slots[columns].findIndex((slot) => slot.includes(pane.name));
        const isTab = slots[columns][column]!.length > 1;
        return (
          <section
            key={pane.name}
            id={`pane-${pane.name}`}
            class={`pane ${pane.name}`}
            role={isTab ? "tabpanel" : "region"}
            aria-labelledby={`title-${pane.name}`}
            hidden={front[column] !== pane.name}
            style={{ gridColumn: column + 1 }}
          >
            {isTab && <h2 class="visually-hidden">{pane.title}</h2>}
            {pane.content}
          </section>
        );
      })}
    </main>
  );
}

interface BarProps extends Pick<Props, "panes" | "onChoose"> {
  slot: readonly PaneName[];
  column: number;
  front: PaneName;
}

function Bar({ slot, column, front, panes, onChoose }: BarProps) {
  const [only, ...others] = slot;
  if (others.length === 0) {
    const pane = panes[only!];
    return (
      <div class="pane-bar" style={{ gridColumn: column + 1 }}>
        <h2 id={`title-${pane.name}`}>
          {pane.title} {pane.mark}
        </h2>
      </div>
    );
  }
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by !== 0) {
      const next = slot[(slot.indexOf(front) + by + slot.length) % slot.length]!;
      onChoose(next);
      document.getElementById(`title-${next}`)?.focus();
    }
  };
  return (
    <div class="pane-bar" role="tablist" aria-label="Panes" style={{ gridColumn: column + 1 }} onKeyDown={step}>
      {slot.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`title-${name}`}
          aria-controls={`pane-${name}`}
          aria-selected={name === front}
          tabIndex={name === front ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {panes[name].title} {panes[name].mark}
        </button>
      ))}
    </div>
  );
}
