import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { outcomeWords } from "#app/domain/hiring/decision.ts";
import {
  mostCompared,
  progressWords,
  writeSort,
  type ListedCandidate,
  type ResultsView,
} from "#app/domain/hiring/results.ts";

type CandidateListProps = { view: ResultsView; to: (code: string) => string };

const totalWords =
  "Total: people’s levels weighted as the rubric weighs its criteria, 100 for level 4 on every one. No grader’s level is in it, and how somebody came to it is in the rows, not in the number.";

/** Everybody who has handed in, in the chosen order: who of them stand side by side is chosen here. */
export function CandidateList({ view, to }: CandidateListProps) {
  const { candidates, compared, criteria, sort, part, after, next } = view;
  const isTotal = sort.by === "total";
  const elsewhere = compared.filter(({ code }) => !candidates.some((each) => each.code === code));
  return (
    <section aria-labelledby="candidates-title" className="candidates">
      <h2 className="label" id="candidates-title">
        Candidates who have handed in
      </h2>
      <Form method="get" className="candidates-form" preventScrollReset>
        <input type="hidden" name="part" value={part} />
        <table className="ledger folds candidates-ledger">
          <thead>
            <tr>
              <th scope="col">Candidate</th>
              <th scope="col">Handed in</th>
              <th scope="col">Reviewing</th>
              {isTotal ? (
                <th scope="col" className="r">
                  Total
                </th>
              ) : null}
              <th scope="col">Decided</th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate) => (
              <Row key={candidate.code} candidate={candidate} isTotal={isTotal} to={to(candidate.code)} />
            ))}
          </tbody>
        </table>
        {isTotal ? <p className="small muted">{totalWords}</p> : null}
        {elsewhere.length === 0 ? null : (
          <fieldset className="row also-chosen">
            <legend className="visually-hidden">Chosen on another page</legend>
            <span className="small muted">Also chosen:</span>
            {elsewhere.map(({ code }) => (
              <label key={code} className="candidate-choice">
                <input type="checkbox" name="with" value={code} defaultChecked /> {code}
              </label>
            ))}
          </fieldset>
        )}
        <OrderTools criteria={criteria} sort={sort} />
      </Form>
      {after === null && next === null ? null : (
        <nav className="row" aria-label="Pages of candidates">
          {after === null ? null : <Link to={pagePath(view, null)}>From the start</Link>}
          {next === null ? null : <Link to={pagePath(view, next)}>The next candidates</Link>}
        </nav>
      )}
    </section>
  );
}

function OrderTools({ criteria, sort }: Pick<ResultsView, "criteria" | "sort">) {
  return (
    <div className="candidates-tools">
      <div className="field">
        <label htmlFor="results-sort">In the order of</label>
        <select id="results-sort" name="sort" defaultValue={writeSort(sort)} key={writeSort(sort)}>
          <option value="code">their codes</option>
          <option value="date">handing in, the newest first</option>
          {criteria.map(({ id, title }) => (
            <option key={id} value={writeSort({ by: "level", criterion: id })}>
              one criterion: {title}
            </option>
          ))}
          <option value="total">a total of all levels</option>
        </select>
      </div>
      <Button>Show</Button>
      <p className="tiny muted">
        Tick up to {mostCompared} to see them side by side. Without a choice the first that are complete are shown.
      </p>
    </div>
  );
}

function Row({ candidate, isTotal, to }: { candidate: ListedCandidate; isTotal: boolean; to: string }) {
  const { code, handedInOn, isChosen, outcome, total } = candidate;
  return (
    <tr>
      <th scope="row" className="lead-cell">
        <span className="candidate-choice">
          <input
            type="checkbox"
            name="with"
            value={code}
            defaultChecked={isChosen}
            aria-label={`Side by side: ${code}`}
          />
          <Link to={to}>{code}</Link>
        </span>
      </th>
      <td data-label="Handed in">{handedInOn === null ? null : formatUtc(handedInOn, "day")}</td>
      <td data-label="Reviewing">{progressWords(candidate)}</td>
      {isTotal ? (
        <td className="r" data-label="Total">
          {total ?? "none yet"}
        </td>
      ) : null}
      <td data-label="Decided">{outcome === null ? <span className="muted">not yet</span> : outcomeWords[outcome]}</td>
    </tr>
  );
}

function pagePath({ part, sort, compared, candidates }: ResultsView, after: string | null): string {
  const chosen = compared.filter(({ code }) => candidates.find((each) => each.code === code)?.isChosen ?? true);
  const params = new URLSearchParams({ part: String(part), sort: writeSort(sort) });
  for (const { code } of chosen) params.append("with", code);
  if (after !== null) params.set("after", after);
  return `?${params}`;
}
