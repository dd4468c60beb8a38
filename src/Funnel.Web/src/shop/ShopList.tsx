import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import { type Connection, type Problem, Refusal, send } from "../api/send";
import { Picture } from "./logo/Picture";
import type { Funnel } from "./order/shop";
import { textsIn } from "./words/texts";

/** All that can be ordered here. */
export function ShopList({ locale }: { locale: string }) {
  const texts = textsIn(locale);
  const [funnels, setFunnels] = useState<Funnel[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [connection, setConnection] = useState<Connection>("fine");
  useEffect(() => {
    document.title = texts.shops;
    document.documentElement.lang = texts.code;
    const headers = { "Accept-Language": locale };
    void send((signal) => api.GET("/v1/funnels", { headers, signal }), { tell: setConnection }).then(
      ({ data }) => setFunnels(data),
      (failure: unknown) => {
        if (!(failure instanceof Refusal)) {
          throw failure;
        }
        setProblem(failure.problem);
      },
    );
  }, []);
  return (
    <main class="shops">
      <h1>{texts.shops}</h1>
      <div role="status">
        {problem
          ? `${texts.failed}. ${problem.detail}`
          : connection !== "fine"
            ? texts[connection]
            : !funnels
              ? texts.loading
              : funnels.length === 0 && texts.noShops}
      </div>
      <ul>
        {funnels?.map((funnel) => (
          <li key={funnel.id}>
            <a class="shop" href={`/f/${funnel.id}${location.search}`}>
              <Picture src={funnel.image} logo={null} />
              <span class="shop-words">
                <span class="offer-title">{funnel.name}</span>
                {funnel.fromPrice && <span class="soft amount">{texts.from(funnel.fromPrice.display)}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
