import { ApproachMark } from "#app/components/ui/approach.tsx";
import type { Verdict } from "#app/domain/simulator/decide/procedure.ts";

/** Shape and word of what a procedure came to. */
export function DecisionMark({ verdict }: { verdict: Verdict }) {
  if (verdict === "undefined") return <Open glyph="–" words="Not decided" />;
  if (verdict === "undetermined") return <Open glyph="?" words="Cannot tell" />;
  return <ApproachMark approach={verdict} />;
}

function Open({ glyph, words }: { glyph: string; words: string }) {
  return (
    <span className="decision-open">
      <i aria-hidden="true">{glyph}</i>
      {words}
    </span>
  );
}
