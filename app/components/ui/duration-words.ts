/** Minutes and seconds as on a clock: "12:42", "1:02:05". */
export function clockWords(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const pad = (count: number) => String(count).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = pad(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${rest}`;
}

const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** The same to be read or heard: "12 minutes 42 seconds". */
export function durationWords(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  const parts = [
    { count: Math.floor(seconds / 3_600), unit: "hour" },
    { count: Math.floor(seconds / 60) % 60, unit: "minute" },
    { count: seconds % 60, unit: "second" },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, unit }) => some(count, unit)).join(" ") || "0 seconds";
}

/** How long ago, in steps that do not flicker. */
export function agoWords(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1_000);
  if (seconds < 2) return "just now";
  if (seconds < 60) return `${seconds < 10 ? seconds : Math.floor(seconds / 10) * 10} seconds ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${some(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${some(hours, "hour")} ago` : `${Math.floor(hours / 24)} days ago`;
}
