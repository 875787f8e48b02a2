/** A number as it stands in a sentence: "1,320", "0.298", "0.00002"; a negative one with a real minus. */
export function numberWords(value: number): string {
  const size = Math.abs(value);
  const digits =
    size >= 1000
      ? { maximumFractionDigits: 0 }
      : size >= 1
        ? { maximumFractionDigits: 2 }
        : { maximumSignificantDigits: 3 };
  return signed(value, (amount) => amount.toLocaleString("en-US", digits));
}

/** Dollars as they stand in a sentence: "$1,320", "$12.50", "−$310", "$0.0011". */
export function moneyWords(value: number): string {
  const size = Math.abs(value);
  const cents = size >= 1 && size < 1000 && Math.abs(size - Math.round(size)) > 0.004;
  return signed(value, (amount) =>
    cents
      ? `$${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
      : `$${numberWords(amount)}`,
  );
}

function signed(value: number, words: (amount: number) => string): string {
  return value < 0 ? `−${words(-value)}` : words(value);
}

/** "91st", "52nd", "13th". */
export function ordinalWords(whole: number): string {
  const tens = whole % 100;
  const last = tens >= 11 && tens <= 13 ? 0 : whole % 10;
  return `${whole}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

/** For the ticks of an axis: "$10K", "1M". */
export function shortWords(value: number, unit: string): string {
  const size = Math.abs(value);
  const short =
    size >= 10_000 || (size >= 1000 && size % 100 !== 0)
      ? value.toLocaleString("en-US", { notation: "compact", maximumSignificantDigits: 3 })
      : numberWords(value);
  return isMoney(unit) ? short.replace(/^(−?)/, "$1$$") : short;
}

export const isMoney = (unit: string) => unit.startsWith("USD");

/** The number with its sign of dollars or percent, the rest of the unit left to the words around it. */
export function valueWords(value: number, unit: string): string {
  if (isMoney(unit)) return moneyWords(value);
  return unit === "%" ? `${numberWords(value)} %` : numberWords(value);
}

const per: Record<string, string> = {
  month: "a month",
  year: "a year",
  day: "a day",
  hour: "an hour",
  query: "a query",
  run: "a run",
  document: "a document",
  step: "a step",
  token: "a token",
  "1M tokens": "a million tokens",
};

/** A unit as it follows its number: "USD/1M tokens" is "a million tokens", "queries/day" is "queries a day". */
export function unitWords(unit: string): string {
  if (unit === "%" || unit === "USD") return "";
  if (unit.startsWith("share")) return "as a share";
  const [what = "", ...rest] = unit.split("/");
  const of = rest.join("/");
  const suffix = of === "" ? "" : (per[of] ?? `/ ${of}`);
  return [what === "USD" ? "" : what, suffix].filter(Boolean).join(" ");
}

/** Number and unit together: "$1,320 a month", "2,100 tokens a query", "55 %". */
export function amountWords(value: number, unit: string): string {
  if (unit.startsWith("share")) return `${numberWords(value * 100)} %`;
  // Some units describe a scale, and nothing that could be counted.
  const counted = /^(from|whole) /.test(unit) ? "" : unitWords(unit);
  return [valueWords(value, unit), counted].filter(Boolean).join(" ");
}
