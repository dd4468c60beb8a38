import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Box, type Layout, Layouter } from "./layout";
import type { Way } from "./ways";

/** Measures the boxes (`data-box`) and labels (`data-way`) inside an element, and says where they go. */
export function useLayout(canvas: RefObject<HTMLElement | null>, ways: readonly Way[]): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  const layouter = useRef<Layouter | null>(null);
  useEffect(() => {
    const made = new Layouter(setLayout);
    layouter.current = made;
    return () => made.close();
  }, []);

  useLayoutEffect(() => {
    const parts = [...(canvas.current?.querySelectorAll<HTMLElement>("[data-box], [data-way]") ?? [])];
    let known = "";
    // They are seen only in an open pane, and change with the page's letters.
    const observer = new ResizeObserver(() => {
      const sizes = parts.map((part) => ({ part, width: part.offsetWidth, height: part.offsetHeight }));
      const key = sizes.map(({ width, height }) => `${width} ${height}`).join();
      if (key === known || sizes.some(({ width }) => width === 0)) {
        return;
      }
      known = key;
      const boxes = sizes
        .filter(({ part }) => part.dataset.box !== undefined)
        .map(({ part, ...size }): Box => ({ id: part.dataset.box!, ...size }));
      const labels = new Map(sizes.map(({ part, width, height }) => [part.dataset.way, { width, height }]));
      layouter.current?.ask(
        boxes,
        ways.map((way, index) => ({ ...way, ...(labels.get(`${index}`) ?? { width: 0, height: 0 }) })),
      );
    });
    parts.forEach((part) => observer.observe(part));
    return () => observer.disconnect();
  }, [ways]);
  return layout;
}
