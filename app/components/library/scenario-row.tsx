import { Link } from "@remix-run/react";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { bandName } from "#app/components/ui/band-scale.tsx";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { competencies, competencyName, type Competency } from "#app/domain/scenarios/competency.ts";
import { levelName } from "#app/domain/scenarios/library-filter.ts";
import type { Band, ScenarioKind, ScenarioLevel } from "#app/domain/scenarios/schema.ts";

export type RowProgress =
  | { kind: "unfinished"; sessionId: string; question: number; of: number }
  | { kind: "scored"; sessionId: string; score: number; band: Band; approach: Approach | null; attempts: number }
  | { kind: "ungraded"; sessionId: string; attempts: number };

export type Row = {
  slug: string;
  title: string;
  summary: string;
  level: ScenarioLevel;
  minutes: number;
  competencies: Competency[];
  kind: ScenarioKind;
  /** Whose it is; null for what ships. */
  owner: { handle: string; name: string } | null;
  progress: RowProgress | null;
};

/** One scenario of the library. The approach shown is the position the person took, and only once they finished. */
export function ScenarioRow({ row }: { row: Row }) {
  return (
    <li className="list-row scenario-row">
      <div className="scenario-row-text">
        <h3 className="serif list-row-title">
          <Link to={`/scenarios/${row.slug}`} prefetch="intent">
            {row.title}
          </Link>
        </h3>
        <p className="ink-2">{row.summary}</p>
        <p className="tiny muted scenario-row-competencies">{competencyWords(row.competencies)}</p>
      </div>
      <div className="scenario-row-meta num">
        <span>{levelName[row.level]}</span>
        <span>{row.minutes} min</span>
      </div>
      <div className="scenario-row-progress">
        <ProgressOf progress={row.progress} />
      </div>
    </li>
  );
}

function competencyWords(of: Competency[]): string {
  if (of.length === competencies.length) return "All seven competencies";
  return of.map((each) => competencyName[each]).join(", ");
}

const attemptWords = (attempts: number) => (attempts === 1 ? "1 attempt" : `${attempts} attempts`);

function ProgressOf({ progress }: { progress: RowProgress | null }) {
  if (progress === null) return <span className="muted">Not tried yet</span>;
  if (progress.kind === "unfinished") {
    return (
      <>
        <QuestionStrokes question={progress.question} of={progress.of} />
        <span className="muted">
          Question {progress.question} of {progress.of}
        </span>
      </>
    );
  }
  if (progress.kind === "ungraded") {
    return (
      <>
        <span>Not graded yet</span>
        <span className="muted">{attemptWords(progress.attempts)}</span>
      </>
    );
  }
  return (
    <>
      <span>
        <b className="num">{progress.score}</b> {bandName[progress.band]}
      </span>
      {progress.approach ? <ApproachMark approach={progress.approach} /> : null}
      <span className="muted">{attemptWords(progress.attempts)}</span>
    </>
  );
}
