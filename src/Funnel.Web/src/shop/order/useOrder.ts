import { useEffect, useRef, useState } from "preact/hooks";
import { type Connection, type Problem, Refusal } from "../../api/send";
import type { Texts } from "../words/texts";
import { type Answer, type Asked, type Funnel, type Inputs, looksAlike, type Order, type Shop } from "./shop";

/** Something that happened to the order by itself, or along with a change. */
export interface Notice {
  text: string;
  items: readonly string[];
}

/** An order and all that a page does with it. */
export interface OrderState {
  funnel: Funnel | null;
  order: Order | null;
  /** The earlier step that is being changed. */
  changing: Asked | null;
  busy: boolean;
  connection: Connection;
  notice: Notice | null;
  /** Why the last change was refused. */
  problem: Problem | null;
  answer: (step: string, answer: Answer) => Promise<void>;
  /** Shows an earlier step again; null goes back to where the walk stands. */
  look: (step: string | null) => Promise<void>;
  changeInputs: (inputs: Inputs) => Promise<string | null>;
  complete: () => Promise<void>;
  cancel: () => Promise<void>;
  again: () => Promise<void>;
  reload: () => Promise<void>;
}

export function useOrder(shop: Shop, texts: Texts): OrderState {
  const [funnel, setFunnel] = useState<Funnel | null>(null);
  const [order, setOrder] = useState<Order | null>(null);
  const [changing, setChanging] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [connection, setConnection] = useState<Connection>("fine");
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const working = useRef(false);
  const wished = useRef<{ step: string | null } | null>(null);
  const latest = useRef(order);
  latest.current = order;

  async function reload() {
    await act(async () => {
      const [sold, read] = await Promise.all([shop.funnel(), shop.read()]);
      setFunnel(sold);
      setOrder(read);
    });
  }

  /** One thing at a time: what is pressed meanwhile is not heeded. */
  async function act(work: () => Promise<void>): Promise<Problem | null> {
    if (working.current) {
      return null;
    }
    working.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return null;
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      take(failure.problem);
      return failure.problem;
    } finally {
      working.current = false;
      setBusy(false);
      const next = wished.current;
      wished.current = null;
      if (next) {
        void look(next.step);
      }
    }
  }

  /** Who goes back quickly sees where they end: the last wish is kept until there is time for it. */
  async function look(step: string | null) {
    if (working.current) {
      wished.current = { step };
      return;
    }
    await act(async () => {
      const asked = step === null ? null : await shop.asked(step);
      if (!wished.current) {
        setChanging(asked);
        setNotice(null);
      }
    });
  }

  function take(refused: Problem) {
    if (refused.order) {
      setOrder(refused.order);
    }
    if (refused.order && refused.order.status !== "open") {
      setChanging(null);
      setNotice(null);
    } else if (refused.type === "urn:funnel:total-changed") {
      setNotice({ text: texts.totalChanged, items: [] });
    } else if (refused.order && latest.current && !looksAlike(latest.current, refused.order)) {
      setChanging(null);
      setNotice({ text: texts.changedElsewhere, items: [] });
    } else {
      setProblem(refused);
    }
  }

  function show(next: Order) {
    setNotice(order && noticeOf(order, next, texts));
    setOrder(next);
    setChanging(null);
  }

  useEffect(() => {
    shop.connection(setConnection);
    void reload();
    return shop.watch(() => {
      if (!working.current) {
        void shop.read().then((next) => {
          if (latest.current && !looksAlike(latest.current, next)) {
            setChanging(null);
            setNotice(next.status === "open" ? { text: texts.changedElsewhere, items: [] } : null);
          }
          setOrder(next);
        });
      }
    });
  }, [shop]);

  return {
    funnel,
    order,
    changing,
    busy,
    connection,
    notice,
    problem,
    reload,
    answer: async (step, answer) => {
      await act(async () => show(await shop.answer(step, answer)));
    },
    look,
    changeInputs: async (inputs) => {
      const refused = await act(async () => show(await shop.changeInputs(inputs)));
      return refused ? (refused.errors?.[0]?.detail ?? refused.detail) : null;
    },
    complete: async () => {
      await act(async () => show(await shop.complete(order!.totals.total.amount)));
    },
    cancel: async () => {
      await act(async () => show(await shop.cancel()));
    },
    again: async () => {
      shop.forget();
      await act(async () => {
        const next = await shop.read();
        setNotice(null);
        setChanging(null);
        setOrder(next);
      });
    },
  };
}

/** What fell away along with a change. */
function noticeOf(before: Order, after: Order, texts: Texts): Notice | null {
  if (after.dropped.length === 0) {
    return null;
  }
  const titles = new Map(after.progress.steps.map(({ id, title }) => [id, title]));
  const left = before.lines.filter(({ id }) => !after.lines.some((line) => line.id === id)).map(({ name }) => name);
  return {
    text: left.length > 0 ? `${texts.leftOrder(left.join(", "))} ${texts.didDrop}` : texts.didDrop,
    items: after.dropped.map(({ step }) => titles.get(step) ?? step),
  };
}
