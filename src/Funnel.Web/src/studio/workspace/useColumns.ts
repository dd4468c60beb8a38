import { useEffect, useState } from "preact/hooks";

const two = matchMedia("(min-width: 46rem)");
const three = matchMedia("(min-width: 80rem)");

const columns = (): 1 | 2 | 3 => (three.matches ? 3 : two.matches ? 2 : 1);

/** How many panes stand side by side. */
export function useColumns(): 1 | 2 | 3 {
  const [number, setNumber] = useState(columns);
  useEffect(() => {
    const change = () => setNumber(columns());
    two.addEventListener("change", change);
    three.addEventListener("change", change);
    return () => {
      two.removeEventListener("change", change);
      three.removeEventListener("change", change);
    };
  }, []);
  return number;
}
