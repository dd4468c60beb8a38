import { Failure } from "../Failure";
import { useLoaded } from "../useLoaded";
import { compare, type Comparison as Compared, type Side } from "./comparison";
import { Parts } from "./Parts";
import { Prices } from "./Prices";
import { Properties } from "./Properties";
import { Replayed } from "./Replayed";
import { Totals } from "./Totals";

interface Props {
  funnelId: string;
  before: Side;
  after: Side;
}

/** What one version does otherwise than another, in plain words. */
export function Comparison({ funnelId, before, after }: Props) {
  const loaded = useLoaded(() => compare(funnelId, before, after), [funnelId, before, after]);
  switch (loaded.state) {
    case "loading":
      return (
        <p class="soft" role="status">
          Comparing…
        </p>
      );
    case "failed":
      return <Failure failure={loaded.failure} />;
    case "loaded":
      return <Told comparison={loaded.value} />;
  }
}

function Told({ comparison }: { comparison: Compared }) {
  if (comparison.same) {
    return <p>The two do the same. Texts and pictures, which decide nothing, may differ.</p>;
  }
  return (
    <div class="comparison">
      <Parts parts={comparison.parts} />
      <Properties properties={comparison.properties} />
      <Prices comparison={comparison} />
      <Totals comparison={comparison} />
      <Replayed comparison={comparison} />
    </div>
  );
}
