import { Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import type { ScorecardSession } from "#app/domain/grading/scorecard/scorecard.ts";

type ScorecardLinksProps = { session: Pick<ScorecardSession, "id">; hasModelAnswer: boolean };

/** What else there is of an interview that is over. */
export function ScorecardLinks({ session: { id }, hasModelAnswer }: ScorecardLinksProps) {
  return (
    <p className="scorecard-links small">
      <Link to={`/sessions/${id}/replay`}>Play it back, turn by turn</Link>
      {hasModelAnswer ? <Link to={`/sessions/${id}/model-answer`}>Where you and a good answer differ</Link> : null}
      <a href={`/sessions/${id}/export`}>Download as Markdown</a>
      <Button type="button" look="text" className="needs-script" onClick={() => window.print()}>
        Print
      </Button>
    </p>
  );
}
