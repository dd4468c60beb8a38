import type { Layout, Point } from "./layout";
import type { Way } from "./ways";

interface Props {
  layout: Layout;
  ways: readonly Way[];
  /** The box whose arrows stand out. */
  current: string | null;
}

/** The arrows beneath the boxes. */
export function Arrows({ layout, ways, current }: Props) {
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      <defs>
        <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M 0 0.5 L 7.5 4 L 0 7.5 z" />
        </marker>
      </defs>
      {layout.arrows.map(({ points }, index) => {
        const way = ways[index];
        const isCurrent = way !== undefined && (way.from === current || way.to === current);
        return <path key={index} class={isCurrent ? "way current" : "way"} d={curve(points)} marker-end="url(#head)" />;
      })}
    </svg>
  );
}

/** Through the middles between the points, bent towards them. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) {
    return "";
  }
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    const isLast = index === rest.length - 2;
    const to = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q ${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  return `M ${first.x} ${first.y} ${bends.length > 0 ? bends.join(" ") : `L ${last.x} ${last.y}`}`;
}
