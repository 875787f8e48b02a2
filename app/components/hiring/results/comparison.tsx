import { Link } from "@remix-run/react";
import type { CSSProperties } from "react";
import { Quoted } from "#app/components/hiring/evidence/quoted.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import {
  progressWords,
  restsOnWords,
  type ComparedCandidate,
  type ComparedCell,
  type ResultsView,
  type ShownGate,
} from "#app/domain/hiring/results.ts";
import { GateWords, GraderLevel } from "./gate-words.tsx";

type ComparisonProps = Pick<ResultsView, "criteria" | "compared" | "gate"> & { to: (code: string) => string };

/** Candidates beside each other, criterion by criterion; on a narrow page one after the other. */
export function Comparison({ criteria, compared, gate, to }: ComparisonProps) {
  const shape = { "--rows": criteria.length, "--columns": compared.length } as CSSProperties;
  return (
    <section className="part" aria-labelledby="comparison-title">
      <h2 id="comparison-title">Side by side</h2>
      <GateWords gate={gate} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that scrolls is reached by keyboard */}
      <div className="scroll-x" role="region" aria-label="Candidates beside each other" tabIndex={0}>
        <div className="comparison" style={shape}>
          <div className="comparison-column comparison-heads" aria-hidden="true">
            <span />
            {criteria.map(({ id, key, title, weight }) => (
              <p key={id} className="comparison-cell">
                <span className="criterion-key">{key}</span> {title}
                <span className="tiny muted num">weight {weight}</span>
              </p>
            ))}
          </div>
          {compared.map((candidate) => (
            <Column
              key={candidate.code}
              candidate={candidate}
              criteria={criteria}
              gate={gate}
              to={to(candidate.code)}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

type ColumnProps = { candidate: ComparedCandidate; criteria: ResultsView["criteria"]; gate: ShownGate; to: string };

function Column({ candidate, criteria, gate, to }: ColumnProps) {
  const { code, cells } = candidate;
  return (
    <section className="comparison-column" aria-label={`Candidate ${code}`}>
      <h3>
        <Link to={to}>{code}</Link>
      </h3>
      {cells === null ? (
        <p className="comparison-waiting small ink-2">
          {progressWords(candidate)}. Levels are shown once the reviewing is complete.
        </p>
      ) : (
        criteria.map(({ id, key, title }) => (
          <div key={id} className="comparison-cell">
            <h4>
              <span className="criterion-key">{key}</span> {title}
            </h4>
            <Cell cell={cells[id]} gate={gate} about={`${title}, candidate ${code}`} />
          </div>
        ))
      )}
    </section>
  );
}

function Cell({ cell, gate, about }: { cell: ComparedCell | undefined; gate: ShownGate; about: string }) {
  if (!cell) return <p className="small muted">No level</p>;
  const { settled, grader, quotes } = cell;
  return (
    <>
      {settled === null ? <p className="small">No level: nobody could tell</p> : <LevelRuler level={settled} />}
      <p className="tiny ink-2">{restsOnWords(cell)}</p>
      {grader === null ? null : (
        <p className="tiny muted">
          <GraderLevel level={grader} gate={gate} />
        </p>
      )}
      {quotes.length === 0 ? null : (
        <details className="outline">
          <summary>
            {quotes.length === 1 ? "1 quote" : `${quotes.length} quotes`}
            <span className="visually-hidden"> on {about}</span>
          </summary>
          <ul className="quoted">
            {quotes.map(({ text, drawing }) => (
              <li key={text}>
                <Quoted text={text} drawing={drawing}>
                  <q>{text}</q>
                </Quoted>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
