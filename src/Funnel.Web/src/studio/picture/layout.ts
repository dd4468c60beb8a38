export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What its label takes; nothing where it has none. */
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayoutRequest {
  readonly id: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Top left corners, by id. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** In the order of the arrows; the label's middle. */
  readonly arrows: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}

/** Works out where everything stands, beside the page. */
export class Layouter {
  readonly #worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  #asked = 0;

  /** @param tell Told of the newest request alone. */
  constructor(tell: (layout: Layout) => void) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<{ id: number; layout: Layout }>) => {
      if (data.id === this.#asked) {
        tell(data.layout);
      }
    });
  }

  ask(boxes: readonly Box[], arrows: readonly Arrow[]) {
    this.#worker.postMessage({ id: ++this.#asked, boxes, arrows } satisfies LayoutRequest);
  }

  close() {
    this.#worker.terminate();
  }
}
