import { useEffect, useState } from "preact/hooks";

export type Loaded<T> = { state: "loading" } | { state: "loaded"; value: T } | { state: "failed"; failure: unknown };

/** What a call brings, asked for anew whenever one of `inputs` is another. */
export function useLoaded<T>(load: () => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  useEffect(() => {
    let isWanted = true;
    setLoaded({ state: "loading" });
    load().then(
      (value) => isWanted && setLoaded({ state: "loaded", value }),
      (failure: unknown) => isWanted && setLoaded({ state: "failed", failure }),
    );
    return () => {
      isWanted = false;
    };
  }, inputs);
  return loaded;
}
