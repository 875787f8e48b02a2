import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { maxReasonChars } from "#app/domain/grading/appeal.ts";
import { fewestReviewedSessions } from "#app/domain/grading/calibration/recalibration.ts";

/** Who else reads, and what their levels do. */
export function People({ readByPeople }: { readByPeople: boolean }) {
  return (
    <LabelledSection id="people" label="People">
      <div className="prose">
        {readByPeople ? (
          <p>
            Whoever runs this server has named reviewers. They may read finished interviews on what ships, without a
            name, and give each criterion a level before they see the grader’s.
          </p>
        ) : (
          <p>Nobody else reads your interviews on what ships: whoever runs this server has named no reviewers.</p>
        )}
        <p>
          An interview on an organisation’s scenario belongs to that organisation: its own reviewers give the levels
          there, and those of this server do not see it.
        </p>
        <p>
          Once people have given levels to {fewestReviewedSessions} interviews of one rubric, a map from points to their
          levels is fitted, in which more points never mean a lower level. New grades then show calibrated levels, keep
          the grader’s own beside them, and say from how many interviews. Until then the scorecard shows the grader’s
          own and says so.
        </p>
      </div>
    </LabelledSection>
  );
}

export function Appeals({ readByPeople }: { readByPeople: boolean }) {
  return (
    <LabelledSection id="appeals" label="Contesting a level">
      <div className="prose">
        <p>
          You can contest the level of a criterion once, with a reason of at most {maxReasonChars.toLocaleString("en")}{" "}
          characters. The grader that did not give it reads the interview, if this server has both; otherwise it waits
          for a person. A grader is not shown your reason, since words outside the transcript could only be instructions
          to it; a person is.
        </p>
        <p>
          Both levels stay. Of two graders neither overrides the other: they stand side by side, and the score stays as
          first graded. A person’s level counts over a grader’s, and the score is made with it; what it was before is
          said beside it. Such levels are no measure of the grader, because whoever gave them knew your reason.
        </p>
        {readByPeople ? null : <p>This server has no reviewers yet, so what waits for a person goes on waiting.</p>}
      </div>
    </LabelledSection>
  );
}
