import { useEffect, useMemo, useState } from "react";
import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import { quoteId, quoteKeyId } from "../reading/marks-of.ts";
import type { BlindReviewView } from "../review-view.ts";
import { HoldLine } from "../saving/hold-line.tsx";
import type { BlindReviewControls } from "../use-blind-review.ts";
import type { Finishing } from "../use-finishing.ts";
import { CriterionPart } from "./criterion-part.tsx";
import { FinishPart } from "./finish-part.tsx";

type RubricProps = {
  review: BlindReviewView;
  controls: BlindReviewControls;
  finishing: Finishing;
  onGoTo: (criterion: string) => void;
  onLight: (quoteId: string | null) => void;
  /** The transcript is to be seen. */
  onShow: () => void;
  onPickByKeys: () => void;
};

/** The criteria one below the other, one of them open, and the end of the review. */
export function Rubric(props: RubricProps) {
  const { review, controls, finishing, onGoTo, onLight, onShow, onPickByKeys } = props;
  const { criteria, comments, transcript, place } = review;
  const { openId, open, rated, state } = controls;
  const { missing, missingRef, isSending } = finishing;
  const drawings = useMemo(
    () => new Set(transcript.filter(({ kind }) => kind === "diagram").map(({ seq }) => seq)),
    [transcript],
  );
  const showQuote = useShowQuote();
  return (
    <>
      <div className="blind-rubric-head">
        <h2 className="label" id="rubric-title">
          Rubric
        </h2>
        <span className="small num muted">
          {rated} of {criteria.length} rated
        </span>
      </div>
      <ol className="blind-criteria">
        {criteria.map((criterion) => (
          <CriterionPart
            key={criterion.id}
            criterion={criterion}
            draft={state.draft}
            isOpen={criterion.id === openId}
            problem={missing?.find((each) => each.criterion === criterion.id)?.message ?? null}
            comments={comments}
            evidence={{
              drawings,
              onLight,
              onPickByKeys,
              onRemove: (quote) => controls.remove(criterion.id, quote),
              onShow: (quote) => {
                onShow();
                showQuote(criterion.id, quote);
              },
            }}
            onOpen={(isOpen) => open(isOpen ? criterion.id : null)}
            onLevel={(level) => controls.setLevel(criterion.id, level)}
            onComment={(comment) => controls.setComment(criterion.id, comment)}
            onInsert={(text) => controls.insert(criterion.id, text)}
          />
        ))}
      </ol>
      <FinishPart
        ref={missingRef}
        criteria={criteria}
        left={criteria.length - rated}
        given={place.given}
        missing={missing}
        isSending={isSending}
        onGoTo={onGoTo}
      />
      <HoldLine state={state} />
    </>
  );
}

/** Leads to the words in the transcript: to the key at their end, or to the drawing. */
function useShowQuote(): (criterion: string, quote: ReviewQuote) => void {
  const [wanted, setWanted] = useState<{ id: string; seq: number } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const key = document.getElementById(wanted.id);
    (key ?? document.querySelector(`[data-drawing="${wanted.seq}"]`))?.scrollIntoView({ block: "center" });
    key?.focus({ preventScroll: true });
  }, [wanted]);
  return (criterion, quote) => setWanted({ id: quoteKeyId(quoteId(criterion, quote)), seq: quote.seq });
}
