/** A share from 0 to 1 as it stands in a sentence or a table, on one line: "52 %". */
export const wholePercent = (share: number) => `${Math.round(100 * share)}\u00a0%`;
