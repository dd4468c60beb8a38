import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Layout } from "./layout";

const least = 0.25;
const most = 2;
const factor = 1.25;

export interface Zoom {
  readonly scale: number;
  readonly isFitting: boolean;
  readonly change: (by: number) => void;
  readonly fit: () => void;
}

/** How large the picture is drawn: as wide as its frame, until the merchant says otherwise. */
export function useZoom(frame: RefObject<HTMLElement | null>, layout: Layout | null): Zoom {
  const [chosen, setChosen] = useState<number | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setWidth(frame.current?.clientWidth ?? 0));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);
  const fitting = layout && width > 0 ? Math.max(least, Math.min(1, width / layout.width)) : 1;
  const scale = chosen ?? fitting;
  return {
    scale,
    isFitting: chosen === null,
    change: (by) => setChosen(Math.max(least, Math.min(most, scale * by))),
    fit: () => setChosen(null),
  };
}

export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  return (
    <div class="zoom" role="group" aria-label="Size of the picture">
      <button type="button" class="button" aria-label="Smaller" onClick={() => zoom.change(1 / factor)}>
        −
      </button>
      <button type="button" class="button" aria-pressed={zoom.isFitting} onClick={zoom.fit}>
        Fit
      </button>
      <button type="button" class="button" aria-label="Larger" onClick={() => zoom.change(factor)}>
        +
      </button>
    </div>
  );
}
