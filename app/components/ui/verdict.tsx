import type { Verdict } from "#app/domain/scenarios/schema.ts";

export const verdictName: Record<Verdict, string> = {
  met: "Met",
  partial: "Partly met",
  not_met: "Not met",
  insufficient_evidence: "Not enough evidence",
};

const stroked = { fill: "none", stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round" } as const;

const glyphs: Record<Verdict, JSX.Element> = {
  met: <path {...stroked} strokeLinejoin="round" d="m2.5 8.6 3.6 3.7 7.4-8.4" />,
  partial: (
    <>
      <path {...stroked} d="m2.5 8.6 3.6 3.7" />
      <path {...stroked} strokeDasharray="1 3.2" d="m8.3 9.8 5.2-5.9" />
    </>
  ),
  not_met: <path {...stroked} d="m4 4 8 8M12 4l-8 8" />,
  insufficient_evidence: (
    <path
      fill="currentColor"
      d="M1.6 8a1.4 1.4 0 1 1 2.8 0 1.4 1.4 0 0 1-2.8 0m5 0a1.4 1.4 0 1 1 2.8 0 1.4 1.4 0 0 1-2.8 0m5 0a1.4 1.4 0 1 1 2.8 0 1.4 1.4 0 0 1-2.8 0"
    />
  ),
};

/** Glyph and word. For a red flag pass the words: a flag that is raised is not "met" to its reader. */
export function VerdictMark({ verdict, words }: { verdict: Verdict; words?: string }) {
  return (
    <span className={`verdict ${verdict}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {glyphs[verdict]}
      </svg>
      {words ?? verdictName[verdict]}
    </span>
  );
}

export function LowConfidence() {
  return (
    <span className="low-confidence">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path {...stroked} strokeWidth={1.8} d="M1.5 9c2-3.5 4-3.5 6.5-1s4.5 2.5 6.5-1" />
      </svg>
      Low confidence
    </span>
  );
}
