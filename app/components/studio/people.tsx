import { Link } from "@remix-run/react";
import { fewestLevels, type PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import { count, figureWords, shareWords } from "./agreement-words.ts";

type PeopleProps = { people: PeopleAgreement; canReview: boolean };

/** Agreement with people who did not write the scenario, once there is any to measure, and where levels are given. */
export function People({ people, canReview }: PeopleProps) {
  return (
    <>
      {people.levels.pairs === 0 ? <NoPeople /> : <Measured people={people} />}
      {canReview ? (
        <p className="small">
          <Link to="/studio/reviews">Give levels to interviews that wait</Link>
        </p>
      ) : (
        <p className="small muted">
          Reviewers give levels. Whoever runs this server names them in the setting <code>REVIEWERS</code>.
        </p>
      )}
    </>
  );
}

function NoPeople() {
  return (
    <p className="prose">
      No agreement with people has been measured. It is once a reviewer has given levels to interviews that the offline
      grader has graded.
    </p>
  );
}

function Measured({ people: { sessions, levels } }: { people: PeopleAgreement }) {
  return (
    <>
      <p className="display">
        The same level as a reviewer on {shareWords(levels.exact)} of {levels.pairs}.
      </p>
      <p className="small ink-2 studio-figures">
        On {count(sessions, "interview")}, at most one level apart on {shareWords(levels.withinOne)}; quadratically
        weighted kappa {figureWords(levels.weightedKappa, levels)}, Krippendorff’s alpha{" "}
        {figureWords(levels.alpha, levels)}, both given from {fewestLevels} levels on.
      </p>
    </>
  );
}
