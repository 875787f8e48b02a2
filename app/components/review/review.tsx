import { Link } from "@remix-run/react";
import { Time } from "#app/components/ui/time.tsx";
import { GivenLevels, type Given } from "./given-levels.tsx";
import { Interview, type InterviewView } from "./interview.tsx";
import { LevelsForm, type RefusedReview, type RubricCriterion } from "./levels-form.tsx";
import "./review.css";

export type ReviewView = InterviewView & {
  title: string;
  finishedAt: string;
  criteria: readonly RubricCriterion[];
  /** What this reviewer gave, with the grader's beside it; null before. */
  given: Given | null;
};

/** An interview without a name, and beside it the rubric: to be given levels, or with the levels that were given. */
export function Review({ view, refused }: { view: ReviewView; refused: RefusedReview | null }) {
  const { title, finishedAt, brief, transcript, criteria, given } = view;
  return (
    <div className="wrap">
      <header className="page-head">
        <p className="crumb">
          <Link to="/studio/reviews">Reviews</Link> /
        </p>
        <h1>{title}</h1>
        <p className="small muted">
          Finished <Time iso={finishedAt} form="date-time" />.{" "}
          {given ? "You have given your levels." : "You read without a name or a score; the grader’s come after yours."}
        </p>
      </header>
      <div className="review-columns">
        <Interview brief={brief} transcript={transcript} />
        <section className="review-rubric" aria-labelledby="review-rubric">
          <h2 className="label" id="review-rubric">
            {given ? "Your levels" : "Rubric"}
          </h2>
          {given ? (
            <GivenLevels criteria={criteria} given={given} />
          ) : (
            <LevelsForm criteria={criteria} refused={refused} />
          )}
        </section>
      </div>
    </div>
  );
}
