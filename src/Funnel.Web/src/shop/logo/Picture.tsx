import { useEffect, useState } from "preact/hooks";

/** Where a logo is printed on a picture, in percent of it. */
interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
  turn: number;
}

const spots = new Map<string, Promise<Spot | null>>();

/** A picture of a product, with the shopper's logo where the drawing has room for one. */
export function Picture({ src, logo }: { src: string | null; logo: string | null }) {
  const [spot, setSpot] = useState<Spot | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    setSpot(null);
    if (src && logo) {
      void spotOn(src).then((found) => shown && setSpot(found));
    }
    return () => {
      shown = false;
    };
  }, [src, logo !== null]);
  return (
    <span class="picture">
      {src && src !== missing && <img src={src} alt="" width="320" height="240" onError={() => setMissing(src)} />}
      {logo && spot && (
        <img
          class="logo"
          src={logo}
          alt=""
          style={{
            left: `${spot.left}%`,
            top: `${spot.top}%`,
            width: `${spot.width}%`,
            height: `${spot.height}%`,
            transform: `rotate(${spot.turn}deg)`,
          }}
        />
      )}
    </span>
  );
}

/** Only drawings of this server can be looked into. */
function spotOn(src: string): Promise<Spot | null> {
  const address = URL.canParse(src, location.origin) && new URL(src, location.origin);
  if (!address || address.origin !== location.origin || !address.pathname.endsWith(".svg")) {
    return Promise.resolve(null);
  }
  const known = spots.get(address.href) ?? read(address);
  spots.set(address.href, known);
  return known;
}

async function read(address: URL): Promise<Spot | null> {
  try {
    const reply = await fetch(address);
    const drawing = new DOMParser().parseFromString(await reply.text(), "image/svg+xml");
    const rect = drawing.querySelector("rect#logo");
    const [x, y, width, height] = (drawing.documentElement.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
    if (!rect || !width || !height) {
      return null;
    }
    const of = (name: string) => Number(rect.getAttribute(name) ?? 0);
    return {
      left: ((of("x") - (x ?? 0)) / width) * 100,
      top: ((of("y") - (y ?? 0)) / height) * 100,
      width: (of("width") / width) * 100,
      height: (of("height") / height) * 100,
      turn: Number(/rotate\(\s*(-?[\d.]+)/.exec(rect.getAttribute("transform") ?? "")?.[1] ?? 0),
    };
  } catch {
    spots.delete(address.href); // Not reached: the next picture asks again.
    return null;
  }
}
