/**
 * What a quantity measures: exponents of currencies, tokens, bytes and units of time. Things that are counted have no
 * dimension of their own. Days, weeks, months and years stay apart from the clock and from each other, because how long
 * a month or a working day is depends on who counts.
 */
const timeUnits = ["second", "day", "week", "month", "year"] as const;
export type TimeUnit = (typeof timeUnits)[number];
export type Base = "usd" | "gbp" | "eur" | "token" | "byte" | TimeUnit;
export type Dimension = Readonly<Partial<Record<Base, number>>>;

const isTime = (base: string): base is TimeUnit => timeUnits.some((unit) => unit === base);

/** `sign` is 1 for a product and -1 for a quotient. */
export function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const result: Partial<Record<Base, number>> = { ...a };
  for (const [base, exponent] of Object.entries(b) as [Base, number][]) {
    const sum = (result[base] ?? 0) + sign * exponent;
    if (sum === 0) delete result[base];
    else result[base] = sum;
  }
  return result;
}

/** Without its units of time: what is measured, whatever the rate. */
export function matterOf(dimension: Dimension): string {
  return Object.entries(dimension)
    .filter(([base]) => !isTime(base))
    .map(([base, exponent]) => `${base}${exponent}`)
    .sort()
    .join(" ");
}

/** Length in days: the usual one first, then others that people reckon with (working days, 52 weeks, 365/12). */
const days: Record<TimeUnit, readonly number[]> = {
  second: [1 / 86_400, 1 / 28_800, 1 / 27_000, 1 / 36_000, 1 / 43_200],
  day: [1],
  week: [7, 5, 6],
  month: [30, 365 / 12, 28, 29, 31, 20, 21, 22, 23, 52 / 2.4, 26],
  year: [365, 360, 364, 366, 250, 252, 260, 220, 336, 240],
};

/** A year is twelve months however long they are, and a week has its days. */
const fixed: Partial<Record<`${TimeUnit} ${TimeUnit}`, readonly number[]>> = {
  "year month": [12],
  "year week": [52, 50, 48],
  "month week": [52 / 12, 4, 30 / 7],
};

function ratio(longer: TimeUnit, shorter: TimeUnit): number[] {
  const known = fixed[`${longer} ${shorter}`];
  if (known) return [...known];
  const usual = (unit: TimeUnit) => days[unit][0] ?? 1;
  const others = days[longer].flatMap((a) => days[shorter].map((b) => a / b));
  return [usual(longer) / usual(shorter), ...others];
}

/** How many of `to` one of `from` is: the usual number first. */
function timeFactors(from: TimeUnit, to: TimeUnit): number[] {
  if (from === to) return [1];
  if (timeUnits.indexOf(from) > timeUnits.indexOf(to)) return ratio(from, to);
  return ratio(to, from).map((factor) => 1 / factor);
}

/** A period that goes without saying: "50,000 at a cent is $500 a day". */
function impliedFactors(from: TimeUnit | undefined, to: TimeUnit | undefined): number[] {
  const periods: readonly TimeUnit[] = ["day", "week", "month", "year"];
  const [known, isResult] = from ? [from, false] : [to, true];
  if (!known) return [1];
  const others = periods.flatMap((unit) => (isResult ? timeFactors(known, unit) : timeFactors(unit, known)));
  return [1, ...others];
}

/** `isImplied`: one side names no period, and the factors are those of the periods it may mean. */
export type Conversion = { factors: number[]; isImplied: boolean };

/**
 * What an amount in the first dimension is multiplied by to be one in the second: the usual factor first. Null where
 * no factor leads from one to the other.
 */
export function conversionBetween(from: Dimension, to: Dimension): Conversion | null {
  const difference = Object.entries(combine(from, to, -1)) as [Base, number][];
  const times = difference.filter((each): each is [TimeUnit, number] => isTime(each[0]));
  if (times.length === 0) return { factors: [1], isImplied: false };
  if (times.some(([, exponent]) => Math.abs(exponent) > 1) || times.length > 2) return null;
  const gone = times.find(([, exponent]) => exponent === -1)?.[0];
  const come = times.find(([, exponent]) => exponent === 1)?.[0];
  const isExact = gone !== undefined && come !== undefined;
  if (isExact) return { factors: timeFactors(come, gone), isImplied: false };
  // A duration is not a rate left unsaid.
  const hasRate = (dimension: Dimension) => Object.entries(dimension).some(([base, each]) => isTime(base) && each < 0);
  if (times.length !== 1 || hasRate(from) === hasRate(to)) return null;
  return { factors: impliedFactors(hasRate(from) ? gone : undefined, hasRate(to) ? come : undefined), isImplied: true };
}
