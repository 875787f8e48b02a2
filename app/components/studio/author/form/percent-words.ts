/** A share as it is read at a glance: "8 %", "2.5 %". */
export function percentWords(percent: number): string {
  const rounded = percent >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10;
  return `${rounded} %`;
}
