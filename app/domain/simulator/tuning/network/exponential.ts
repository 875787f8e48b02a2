/**
 * The exponential and the logarithm from plain arithmetic. What a browser brings may differ from another's in the last
 * bit, and thousands of training steps make that visible; these do not differ, and agree with exact values to 1e-15.
 */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 2 to the power of 0, -1, -2 … each exact. */
const halvings = Float64Array.from({ length: 1024 }, () => 1);
for (let index = 1; index < halvings.length; index += 1) halvings[index] = (halvings[index - 1] ?? 0) / 2;

/** For numbers up to 0; below -700 the result is 0. */
export function expOfNegative(x: number): number {
  if (x < -700) return 0;
  const halved = Math.round(-x / (ln2High + ln2Low));
  const rest = x + halved * ln2High + halved * ln2Low;
  let sum = 1;
  for (let term = 13; term > 0; term -= 1) sum = 1 + (rest / term) * sum;
  return sum * (halvings[halved] ?? 0);
}

/** For numbers from 1 on. */
export function logFromOne(x: number): number {
  let doubled = 0;
  let mantissa = x;
  for (; mantissa > Math.SQRT2; mantissa /= 2) doubled += 1;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 25; odd > 0; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * ratio * sum + doubled * ln2High + doubled * ln2Low;
}
