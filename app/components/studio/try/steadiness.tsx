import { verdictName } from "#app/components/ui/verdict.tsx";
import type { Steadiness as Steady } from "#app/domain/authoring/dry-run/reading-table.ts";
import { answerWords, graderShort } from "./try-words.ts";

/** What changed when the same answer was read again. */
export function Steadiness({ steadiness }: { steadiness: readonly Steady[] }) {
  if (steadiness.length === 0) return null;
  return (
    <section className="part" aria-labelledby="steadiness">
      <h2 id="steadiness">The same answer, read again</h2>
      <table className="ledger folds">
        <caption className="visually-hidden">How steady the grader was</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col" className="r">
              Readings
            </th>
            <th scope="col" className="r">
              Score
            </th>
            <th scope="col" className="r">
              Same verdict each time
            </th>
            <th scope="col">Not the same</th>
          </tr>
        </thead>
        <tbody>
          {steadiness.map((each) => (
            <SteadyRow key={`${each.answer} ${each.grader}`} steady={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SteadyRow({ steady }: { steady: Steady }) {
  const { answer, grader, readings, lowest, highest, items, steady: same, changed } = steady;
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {answerWords(answer)} <span className="muted">{graderShort[grader]}</span>
      </th>
      <td className="r" data-label="Readings">
        {readings}
      </td>
      <td className="r" data-label="Score">
        {lowest === highest ? lowest : `${lowest} to ${highest}`}
      </td>
      <td className="r" data-label="Same verdict each time">
        {same} of {items}
      </td>
      <td data-label="Not the same">
        {changed.length === 0 ? (
          <span className="muted">none</span>
        ) : (
          <ul className="plain-lines">
            {changed.map(({ key, title, verdicts }) => (
              <li key={key}>
                {key} {title}:{" "}
                <span className="muted num">
                  {verdicts.map(({ verdict, count }) => `${count} × ${verdictName[verdict].toLowerCase()}`).join(", ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
