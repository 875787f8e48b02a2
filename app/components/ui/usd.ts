/** Whole dollars as they stand in running text: "$1,320". */
export function usd(amount: number): string {
  return `$${Math.round(amount).toLocaleString("en-US")}`;
}
