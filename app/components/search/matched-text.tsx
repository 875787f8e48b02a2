import type { ReactNode } from "react";

type MatchedTextProps = { text: string; marks: readonly { start: number; end: number }[] };

/** A sentence with the words that were looked for set apart; never in the colour of a candidate's own words. */
export function MatchedText({ text, marks }: MatchedTextProps) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    if (start < from) continue;
    parts.push(text.slice(from, start), <b key={start}>{text.slice(start, end)}</b>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
