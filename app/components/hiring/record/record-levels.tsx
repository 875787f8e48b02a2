import { graderName } from "#app/components/scorecard/grader-name.ts";
import { readSettledBy, settledByWords } from "#app/domain/hiring/results.ts";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { criterionTitle } from "./record-words.ts";

/** The level that counts of each criterion, what it rests on, and how far the grader's may be taken for it. */
export function RecordLevels({ record }: { record: SessionRecord }) {
  const { levels, gate } = record;
  return (
    <>
      <table className="ledger folds">
        <caption className="visually-hidden">Levels by criterion</caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col" className="r">
              Level
            </th>
            <th scope="col">Settled by</th>
            <th scope="col" className="r">
              People gave
            </th>
            <th scope="col" className="r">
              Grader
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level.criterionId}>
              <th scope="row" className="lead-cell">
                {criterionTitle(record, level.criterionId)}
              </th>
              <td className="r" data-label="Level">
                {level.settled ?? "–"}
              </td>
              <td data-label="Settled by">{settledWords(level.settledBy)}</td>
              <td className="r" data-label="People gave">
                {level.people.join(", ") || "–"}
              </td>
              <td className="r" data-label="Grader">
                {level.graderLevel === null || level.grader === null
                  ? "–"
                  : `${level.graderLevel} (${graderName[level.grader]}${gate.isValidated ? "" : ", not validated"})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">
        {gate.words} The threshold is {gate.threshold.toFixed(2)} over at least {gate.least} sessions.
      </p>
    </>
  );
}

function settledWords(by: string | null): string {
  const known = readSettledBy(by);
  return known === null ? "–" : settledByWords[known];
}
