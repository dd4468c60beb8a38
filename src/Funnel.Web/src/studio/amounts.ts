/** An amount as the API writes it, for people: `€12.50`. */
export const amount = (value: string, currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency, minimumFractionDigits: fractionOf(value) }).format(
    value as `${number}`,
  );

/** `+€1.95`, `−€2.00`. */
export const signed = (value: string, currency: string) =>
  new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    signDisplay: "exceptZero",
    minimumFractionDigits: fractionOf(value),
  })
    .format(value as `${number}`)
    .replace("-", "−");

const fractionOf = (value: string) => value.split(".")[1]?.length ?? 0;
