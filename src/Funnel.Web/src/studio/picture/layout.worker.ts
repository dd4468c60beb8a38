import { graphlib, layout } from "@dagrejs/dagre";
import type { Layout, LayoutRequest } from "./layout";

// Of hundreds of steps it takes seconds, in which the editor is to go on.
addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  postMessage({ id: data.id, layout: arrange(data) });
});

function arrange({ boxes, arrows }: LayoutRequest): Layout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 30, edgesep: 16, marginx: 16, marginy: 16 });
  boxes.forEach(({ id, width, height }) => graph.setNode(id, { width, height }));
  arrows.forEach(({ from, to, width, height }, index) =>
    graph.setEdge(from, to, { width, height, labelpos: "c" }, `${index}`),
  );
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    boxes: new Map(
      boxes.map((box) => {
        const { x, y } = graph.node(box.id) as { x: number; y: number };
        return [box.id, { x: x - box.width / 2, y: y - box.height / 2 }];
      }),
    ),
    arrows: arrows.map(({ from, to }, index) => {
      const { points, x, y } = graph.edge(from, to, `${index}`) as {
        points: { x: number; y: number }[];
        x?: number;
        y?: number;
      };
      return { points, label: { x: x ?? 0, y: y ?? 0 } };
    }),
  };
}
