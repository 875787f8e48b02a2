import { useEffect, useState } from "react";

type Form = "day" | "date" | "date-time";

const months = "January February March April May June July August September October November December".split(" ");
const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Written by hand, as the words of Intl differ between a server and a browser of different age. */
function write(
  { year, month, day, hour, minute }: Record<"year" | "month" | "day" | "hour" | "minute", number>,
  form: Form,
) {
  const name = months[month] ?? "";
  const date = `${day} ${form === "day" ? name.slice(0, 3) : name} ${year}`;
  return form === "date-time" ? `${date}, ${twoDigits(hour)}:${twoDigits(minute)}` : date;
}

/** The same words on every machine. */
export function formatUtc(iso: string, form: Form): string {
  const at = new Date(iso);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const words = write({ year, month, day, hour: at.getUTCHours(), minute: at.getUTCMinutes() }, form);
  return form === "date-time" ? `${words} UTC` : words;
}

function formatLocal(iso: string, form: Form): string {
  const at = new Date(iso);
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  return write({ year, month, day, hour: at.getHours(), minute: at.getMinutes() }, form);
}

/**
 * A moment. Server and browser first render it alike, in UTC; once hydrated it turns to the reader's own time zone,
 * so nothing mismatches and a page without JavaScript is still right.
 */
export function Time({ iso, form = "date" }: { iso: string; form?: Form }) {
  const [words, setWords] = useState(() => formatUtc(iso, form));
  useEffect(() => setWords(formatLocal(iso, form)), [iso, form]);
  return <time dateTime={iso}>{words}</time>;
}
