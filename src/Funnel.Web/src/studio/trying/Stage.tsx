import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export type Width = "phone" | "desktop";

const widths = { phone: 390, desktop: 1280 };

interface Props {
  frame: RefObject<HTMLIFrameElement | null>;
  width: Width;
}

/** The shopper's page, as wide as on their screen, and drawn smaller where the pane is narrower than that. */
export function Stage({ frame, width }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => setRoom({ width: stage.current!.clientWidth, height: stage.current!.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(stage.current!);
    return () => observer.disconnect();
  }, []);
  // A page of a desktop is as wide as there is room, and a telephone's is not wider than a telephone.
  const wanted = width === "phone" ? Math.min(widths.phone, room.width) : Math.max(widths.desktop, room.width);
  const scale = Math.min(1, room.width / wanted) || 1;
  return (
    <div class="stage" ref={stage}>
      <iframe
        ref={frame}
        src="/try"
        title="The shop as a shopper sees it"
        style={{
          width: `${wanted}px`,
          height: `${room.height / scale}px`,
          left: `${(room.width - wanted * scale) / 2}px`,
          transform: `scale(${scale})`,
        }}
      />
    </div>
  );
}
