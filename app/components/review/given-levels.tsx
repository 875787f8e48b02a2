import { bandName } from "#app/components/ui/band-scale.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { LevelsBy } from "#app/components/ui/levels-by.tsx";
import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Band } from "#app/domain/scenarios/schema.ts";
import type { RubricCriterion } from "./levels-form.tsx";

type Levels = Readonly<Record<string, number>>;

export type Given = {
  levels: Levels;
  comments: Readonly<Record<string, string>>;
  /** The newest grade, if the session has one. */
  grade: { grader: GraderName; score: number; band: Band; levels: Levels } | null;
};

/** The reviewer's levels, and beside them the grader's, which were not shown before. */
export function GivenLevels({ criteria, given }: { criteria: readonly RubricCriterion[]; given: Given }) {
  const { levels, comments, grade } = given;
  return (
    <>
      <p className="small ink-2">
        {grade
          ? `The ${grade.grader} grader gave ${grade.score} of 100, ${bandName[grade.band].toLowerCase()}.`
          : "No grader has graded this interview yet."}
      </p>
      {criteria.map(({ id, key, title }) => (
        <div key={id} className="criterion-levels">
          <h3>
            <span className="criterion-key">{key}</span> {title}
          </h3>
          <LevelsBy
            levels={[
              { by: "You", level: levels[id] ?? null, instead: "Cannot tell" },
              ...(grade?.levels[id] === undefined ? [] : [{ by: "Grader", level: grade.levels[id] }]),
            ]}
          />
          {comments[id] ? <p className="small">{comments[id]}</p> : null}
        </div>
      ))}
      <p className="row">
        <ButtonLink look="go" to="/studio/reviews">
          To the next one
        </ButtonLink>
      </p>
    </>
  );
}
