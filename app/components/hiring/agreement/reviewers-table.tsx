import { LedgerHead, LedgerRow } from "#app/components/ui/ledger.tsx";
import type { ShownReviewer } from "#app/domain/hiring/agreement/shown.ts";
import { intervalWords, kappaWords, shareWords, tendencyWords } from "./agreement-words.ts";

type ReviewersTableProps = {
  reviewers: readonly ShownReviewer[];
  /** Kappa is of one scenario version; over several there is none. */
  withKappa: boolean;
};

/** Each reviewer's own levels beside the median of the others of the same sessions. */
export function ReviewersTable({ reviewers, withKappa }: ReviewersTableProps) {
  if (reviewers.length === 0) {
    return <p className="prose">No complete session has the levels of two reviewers yet.</p>;
  }
  return (
    <table className="ledger folds agreement-reviewers">
      <caption className="visually-hidden">Reviewers: own levels beside the median of the others</caption>
      <LedgerHead
        of="Reviewer"
        figures={["Sessions", "Same level", "One apart at most", "Own levels are", ...(withKappa ? ["Kappa"] : [])]}
      />
      <tbody>
        {reviewers.map((reviewer) => (
          <ReviewerRow key={reviewer.name} reviewer={reviewer} withKappa={withKappa} />
        ))}
      </tbody>
    </table>
  );
}

function ReviewerRow({ reviewer, withKappa }: { reviewer: ShownReviewer; withKappa: boolean }) {
  const { name, isViewer, sessions, figures } = reviewer;
  return (
    <LedgerRow
      of={isViewer ? <b>{name}</b> : name}
      figures={{
        Sessions: sessions.toLocaleString("en-US"),
        "Same level": shareWords(figures?.exact ?? null),
        "One apart at most": shareWords(figures?.withinOne ?? null),
        "Own levels are": figures === null ? "too few" : <Tendency figures={figures} />,
        ...(withKappa ? { Kappa: figures === null ? "too few" : kappaWords(figures) } : {}),
      }}
    />
  );
}

function Tendency({ figures: { meanDifference, tendency } }: { figures: NonNullable<ShownReviewer["figures"]> }) {
  return (
    <span>
      {tendencyWords(meanDifference)}
      {tendency === null ? null : <span className="muted"> ({intervalWords(tendency)})</span>}
    </span>
  );
}
