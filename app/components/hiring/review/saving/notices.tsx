import { useState } from "react";
import { Message } from "#app/components/ui/message.tsx";
import type { RubricCriterion } from "#app/components/review/levels-form.tsx";
import type { BlindReviewControls } from "../use-blind-review.ts";
import { BothReviews } from "./both-reviews.tsx";
import { PlaceLost } from "./place-lost.tsx";
import { reviewAsText } from "./review-as-text.ts";

type NoticesProps = {
  criteria: readonly RubricCriterion[];
  controls: Pick<BlindReviewControls, "state" | "dispatch" | "saveNow">;
  queue: string;
};

/** What a person has to know before they write on: above everything, in view wherever they read. */
export function Notices({ criteria, controls, queue }: NoticesProps) {
  const { state, dispatch, saveNow } = controls;
  const { rival, lost, draft, trouble } = state;
  const [closed, setClosed] = useState<string | null>(null);
  const who = lost ? (lost.heldBy ?? "") : null;
  if (rival) {
    const choose = (which: "mine" | "theirs") => dispatch({ type: "chose", which, nowMs: Date.now() });
    return (
      <div className="blind-notices">
        <BothReviews criteria={criteria} draft={draft} rival={rival} onChoose={choose} />
      </div>
    );
  }
  if (trouble?.kind === "given" || trouble?.kind === "gone") {
    return (
      <div className="blind-notices">
        <Message role="alert" tone="warn" title={endWords[trouble.kind].title}>
          {endWords[trouble.kind].words}
        </Message>
      </div>
    );
  }
  if (!lost || who === closed) return null;
  return (
    <div className="blind-notices">
      <PlaceLost
        lost={lost}
        asText={reviewAsText(criteria, draft)}
        queue={queue}
        onTakeAgain={() => void saveNow()}
        onClose={() => setClosed(who)}
      />
    </div>
  );
}

const endWords = {
  given: {
    title: "You have given this review, in another tab.",
    words: "It is given once. Reload the page to see it beside the others’.",
  },
  gone: {
    title: "This transcript is no longer there for you.",
    words:
      "It was deleted, its candidate has withdrawn, or you are no reviewer here any more. What you wrote is still on this page and this device.",
  },
} as const;
