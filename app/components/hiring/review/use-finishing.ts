import { useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState, type FormEvent, type RefObject } from "react";
import { judgeReviewDraft, type DraftProblem } from "#app/domain/review/review-draft.ts";
import type { BlindReviewView, RefusedReview } from "./review-view.ts";
import type { ReviewSavingEvent, Trouble } from "./saving/review-saving.ts";
import { sameReview } from "./saving/same-review.ts";
import type { ReviewSavingControls } from "./saving/use-review-saving.ts";
import type { Missing } from "./rubric/finish-part.tsx";

const notSent: Record<Trouble, string> = {
  offline: "You are offline. What you wrote is kept on this device; finish when you are back.",
  unreachable: "The server did not take it. What you wrote is kept on this device; try again in a moment.",
  signed_out: "Your sign-in ran out. What you wrote is kept on this device; sign in again and finish.",
  refused: "The server did not take it. What you wrote is kept on this device; reload the page and try again.",
  gone: "This transcript is no longer there for you: it was deleted, its candidate has withdrawn, or you are no reviewer here any more.",
  given: "You have given this review already, in another tab. Reload the page to see it.",
};

export type Finishing = {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  isSending: boolean;
  /** What every criterion still needs, whether the reviewer wanted to finish or not. */
  todo: readonly DraftProblem[];
  /** What is missing, once they wanted to; null before. */
  missing: readonly Missing[] | null;
  /** Takes the focus when something is missing. */
  missingRef: RefObject<HTMLDivElement>;
};

function wholeProblem(refused: RefusedReview | null): string | null {
  return refused?.intent === "submit" ? (refused.problems.find(({ criterion }) => !criterion)?.message ?? null) : null;
}

/** What speaks against sending it, after the last save. */
function hindrance(event: ReviewSavingEvent, draft: Parameters<typeof sameReview>[0]): string | null {
  if (event.type === "failed") return notSent[event.trouble];
  if (event.type === "lock_lost") return "The transcript is not held for you any more; see above.";
  const isOther = event.type === "newer_elsewhere" && !sameReview(event.draft, draft);
  return isOther ? "Another tab has a newer version; choose the one to keep first." : null;
}

/** Gives the review once nothing is missing; until then says what is. It is saved first, also where it is
 * saved already: this is how a lost connection or a lost place is noticed before anything is left. */
export function useFinishing(
  review: Pick<BlindReviewView, "criteria" | "transcript">,
  { state, dispatch, saveNow }: ReviewSavingControls,
  refused: RefusedReview | null,
): Finishing {
  const { criteria, transcript } = review;
  const submit = useSubmit();
  const isGiving = useNavigation().formData?.get("intent") === "submit";
  const [isSaving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(refused?.intent === "submit" ? 1 : 0);
  const [whole, setWhole] = useState(() => wholeProblem(refused));
  const { draft } = state;
  const judged = useMemo(() => judgeReviewDraft({ criteria }, draft, transcript), [criteria, draft, transcript]);
  const todo = judged.ok ? [] : judged.problems;
  const missingRef = useFocusAfter(attempts);

  useEffect(() => {
    if (refused?.intent !== "submit") return;
    dispatch({ type: "refused" });
    setWhole(wholeProblem(refused));
    setAttempts((before) => before + 1);
  }, [refused, dispatch]);

  const stop = (message: string | null) => {
    setWhole(message);
    setAttempts((before) => before + 1);
  };
  const finish = async () => {
    if (todo.length > 0) return stop(null);
    setSaving(true);
    const hindered = hindrance(await saveNow(), draft);
    setSaving(false);
    if (hindered !== null) return stop(hindered);
    dispatch({ type: "submitting" });
    submit({ intent: "submit", draft: JSON.stringify(draft) }, { method: "post" });
  };

  return {
    onSubmit: (event) => {
      event.preventDefault();
      if (!isSaving && !isGiving) void finish();
    },
    isSending: isSaving || isGiving,
    todo,
    missing: attempts === 0 ? null : [...(whole === null ? [] : [{ criterion: null, message: whole }]), ...todo],
    missingRef,
  };
}

/** Not when the page opens with it. */
function useFocusAfter(attempts: number): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  const first = useRef(attempts);
  useEffect(() => {
    if (attempts !== first.current) ref.current?.focus();
  }, [attempts]);
  return ref;
}
