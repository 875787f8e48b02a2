import { useEffect, useState } from "react";

type Form = "date" | "date-time";

const options: Record<Form, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "long", year: "numeric" },
  "date-time": { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

/** The same words on every machine: English, UTC. */
export function formatUtc(iso: string, form: Form): string {
  const words = new Intl.DateTimeFormat("en-GB", { ...options[form], timeZone: "UTC" }).format(new Date(iso));
  return form === "date-time" ? `${words} UTC` : words;
}

/**
 * A moment. Server and browser first render it alike, in UTC; once hydrated it turns to the reader's own time zone,
 * so nothing mismatches and a page without JavaScript is still right.
 */
export function Time({ iso, form = "date" }: { iso: string; form?: Form }) {
  const [words, setWords] = useState(() => formatUtc(iso, form));
  useEffect(() => {
    setWords(new Intl.DateTimeFormat("en-GB", options[form]).format(new Date(iso)));
  }, [iso, form]);
  return <time dateTime={iso}>{words}</time>;
}
