import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Cell } from "../cell";
import { useCell } from "../cell";
import type { Checker, Checked } from "../checks/Checker";
import type { Schemas } from "../../api/client";
import { Arrows } from "./Arrows";
import { StepBox } from "./StepBox";
import { useLayout } from "./useLayout";
import { boxOf, end, start, type Way, waysOf } from "./ways";
import { useZoom, ZoomButtons } from "./zoom";

interface Props {
  checker: Checker;
  /** The pointer of what the editor's cursor is in. */
  cursor: Cell<string | null>;
  onJump: (pointer: string) => void;
}

/** The funnel drawn: its steps with their offers, and what leads from one to another. */
export function Picture({ checker, cursor, onJump }: Props) {
  const drawn = useCell(checker.drawn);
  const latest = useCell(checker.latest);
  const refusal = useCell(checker.refusal);
  if (!drawn?.report.picture) {
    return <p class="soft">{latest ? "The picture is drawn once there are no errors." : "Drawing…"}</p>;
  }
  return (
    <>
      {(latest !== drawn || refusal !== null) && <p class="note">As it was before the errors.</p>}
      <Drawing drawn={drawn} picture={drawn.report.picture} cursor={cursor} onJump={onJump} />
    </>
  );
}

interface DrawingProps extends Omit<Props, "checker"> {
  drawn: Checked;
  picture: Schemas["Picture"];
}

function Drawing({ drawn, picture, cursor, onJump }: DrawingProps) {
  const current = useCell(cursor);
  const step = current === null ? undefined : picture.steps.find((one) => isIn(one.pointer, current));
  const ways = useMemo(() => waysOf(picture), [picture]);
  const canvas = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const layout = useLayout(canvas, ways);
  const zoom = useZoom(frame, layout);
  const [isPointed, setIsPointed] = useState(false);

  useEffect(() => {
    if (step && !isPointed) {
      canvas.current?.querySelector(`[data-box="${CSS.escape(boxOf(step.id))}"]`)?.scrollIntoView({ block: "nearest" });
    }
  }, [step?.id, layout]);

  const place = (box: string) => {
    const at = layout?.boxes.get(box);
    return at ? { left: `${at.x}px`, top: `${at.y}px` } : { visibility: "hidden" };
  };
  return (
    <>
      <div
        class="frame"
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label={`Picture of ${picture.title}`}
        onPointerEnter={() => setIsPointed(true)}
        onPointerLeave={() => setIsPointed(false)}
      >
        <div
          style={layout ? { width: `${layout.width * zoom.scale}px`, height: `${layout.height * zoom.scale}px` } : {}}
        >
          <div
            class="canvas"
            ref={canvas}
            style={{
              transform: `scale(${zoom.scale})`,
              ...(layout && { width: `${layout.width}px`, height: `${layout.height}px` }),
            }}
          >
            {layout && <Arrows layout={layout} ways={ways} current={step ? boxOf(step.id) : null} />}
            <p class="end" data-box={start} style={place(start)}>
              Start
            </p>
            <ol>
              {picture.steps.map((one, index) => (
                <li
                  key={one.id}
                  class={one === step ? "step current" : "step"}
                  data-box={boxOf(one.id)}
                  style={place(boxOf(one.id))}
                >
                  <StepBox
                    step={one}
                    number={index + 1}
                    offers={drawn.report.census?.offers ?? []}
                    current={current}
                    ways={told(ways, one.id, picture)}
                    onJump={onJump}
                  />
                </li>
              ))}
            </ol>
            <p class="end" data-box={end} style={place(end)}>
              Order
            </p>
            {ways.map(
              (way, index) =>
                way.labels.length > 0 && (
                  <p
                    key={`${way.from} ${way.to}`}
                    class="label"
                    aria-hidden="true"
                    data-way={index}
                    style={centred(layout?.arrows[index]?.label)}
                  >
                    {way.labels.map((label) => (
                      <span key={label}>{label}</span>
                    ))}
                  </p>
                ),
            )}
          </div>
        </div>
      </div>
      <ZoomButtons zoom={zoom} />
    </>
  );
}

const isIn = (step: string, pointer: string) => pointer === step || pointer.startsWith(`${step}/`);

const centred = (at: { x: number; y: number } | undefined) =>
  at ? { left: `${at.x}px`, top: `${at.y}px` } : { visibility: "hidden" };

/** `Then, on no: A handful of pens, perhaps?` */
function told(ways: readonly Way[], step: string, picture: Schemas["Picture"]): string[] {
  return ways
    .filter((way) => way.from === boxOf(step))
    .map((way) => {
      const to = picture.steps.find((one) => boxOf(one.id) === way.to)?.title ?? "the end";
      return `Then${way.labels.length > 0 ? `, on ${way.labels.join(", or ")}` : ""}: ${to}`;
    });
}
