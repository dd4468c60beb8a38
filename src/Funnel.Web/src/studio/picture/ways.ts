import type { Schemas } from "../../api/client";

type Picture = Schemas["Picture"];

/** An arrow of the picture. */
export interface Way {
  readonly from: string;
  readonly to: string;
  /** On what, in plain words, a line each; none where nothing else can happen. */
  readonly labels: readonly string[];
}

export const start = "start";
export const end = "end";

/** Ids of steps may be those words, too. */
export const boxOf = (step: string) => `step ${step}`;

/** All arrows, from the start to the end. */
export function waysOf(picture: Picture): Way[] {
  const first = picture.steps[0];
  return [
    { from: start, to: first ? boxOf(first.id) : end, labels: [] },
    ...picture.ways.map((way) => ({
      from: boxOf(way.from),
      to: way.to === null ? end : boxOf(way.to),
      labels: labelsOf(way, picture),
    })),
  ];
}

function labelsOf(way: Picture["ways"][number], picture: Picture): string[] {
  const others = picture.ways.filter((other) => other.from === way.from);
  if (others.length === 1) {
    return [];
  }
  const isForm = picture.steps.find((step) => step.id === way.from)?.kind === "form";
  const parts = way.labels.map(partsOf);
  const all = new Set(others.flatMap((other) => other.labels.map((label) => partsOf(label).answers)));
  return parts.map(({ answers, condition }) =>
    // Where every way is on the same answers, only the condition tells them apart.
    all.size === 1 && condition ? condition : [inWords(answers, isForm), condition].filter(Boolean).join(" "),
  );
}

/** `accept / decline when …` */
function partsOf(label: string): { answers: string; condition: string } {
  const [, answers = label, condition = ""] = /^((?:accept|decline|pass)(?: \/ \w+)*)(?: (.*))?$/.exec(label) ?? [];
  return { answers, condition };
}

const inWords = (answers: string, isForm: boolean) =>
  answers
    .split(" / ")
    .map((answer) =>
      answer === "accept"
        ? isForm
          ? "filled in"
          : "yes"
        : answer === "decline"
          ? isForm
            ? "left empty"
            : "no"
          : "not shown",
    )
    .join(" or ");
