import { useCell } from "../cell";
import type { Checker } from "../checks/Checker";
import type { Schemas } from "../../api/client";
import { amount } from "../amounts";
import { size } from "../words";
import { Census, type Witness } from "./Census";
import { Problems } from "./Problems";

interface Props {
  checker: Checker;
  onJump: (pointer: string, line?: number) => void;
  onShow: (walk: Witness) => void;
}

/** All that is to be said about the text. */
export function Report({ checker, onJump, onShow }: Props) {
  const latest = useCell(checker.latest);
  const drawn = useCell(checker.drawn);
  const refusal = useCell(checker.refusal);
  if (refusal !== null) {
    return (
      <p class="error" role="alert">
        {refusal}
      </p>
    );
  }
  if (!latest) {
    return <p class="soft">Checking…</p>;
  }
  const { problems, census, bounds } = latest.report;
  return (
    <>
      <Problems problems={problems} onJump={onJump} />
      {census && <Census census={census} titleOf={titles(drawn?.report.picture)} onShow={onShow} />}
      {bounds && <Bounds bounds={bounds} currency={currencyOf(latest.text)} />}
      {!census && !bounds && <p class="soft">What is true of all walks is told once there are no errors.</p>}
    </>
  );
}

function Bounds({ bounds, currency }: { bounds: Schemas["Bounds"]; currency: string }) {
  return (
    <section>
      <h3>All walks</h3>
      <p>There are too many to count each. What is certain:</p>
      <dl class="facts">
        <dt>Different ways to an order, at most</dt>
        <dd>{size(bounds.walks)}</dd>
        <dt>No total is above</dt>
        <dd>{amount(bounds.total, currency)}</dd>
      </dl>
    </section>
  );
}

const titles = (picture: Schemas["Picture"] | undefined) => (step: string, offer: string) =>
  picture?.steps.find((one) => one.id === step)?.offers.find((one) => one.id === offer)?.title ?? `${step}/${offer}`;

// Bounds are told of funnels alone that can be read.
const currencyOf = (text: string) => (JSON.parse(text) as { currency: string }).currency;
