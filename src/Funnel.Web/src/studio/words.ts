const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** `today at 14:03`, `21 Nov 2026 at 14:03`. */
export function moment(value: string | number): string {
  const at = new Date(value);
  const day = date.format(at) === date.format(Date.now()) ? "today" : date.format(at);
  return `${day} at ${time.format(at)}`;
}

/** `1 error`, `1,234 walks`. */
export const count = (number: number | bigint, one: string) =>
  `${number.toLocaleString("en")} ${one}${number === 1 || number === 1n ? "" : "s"}`;

/** A whole number of any size, as people read it: `72,036`, about `1.2 × 10¹⁵`. */
export function size(number: string): string {
  if (number.length <= 12) {
    return BigInt(number).toLocaleString("en");
  }
  const power = [...`${number.length - 1}`].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `about ${number[0]}.${number[1]} × 10${power}`;
}

/** `12.5 %`; what is there is never told as none, nor what is not all as all. */
export function share(part: string, whole: string): string {
  const [of, all] = [BigInt(part), BigInt(whole)];
  if (of === 0n || all === 0n) {
    return "never";
  }
  if (of === all) {
    return "always";
  }
  const perMille = Number((of * 1_000n) / all);
  return perMille === 0 ? "under 0.1 %" : `${(perMille / 10).toFixed(1)} %`;
}
