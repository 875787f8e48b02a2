import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { LedgerHead } from "#app/components/ui/ledger.tsx";
import type { MeasuredCriterion } from "#app/domain/hiring/agreement/measured.ts";
import {
  mostDisagreements,
  newestReviews,
  type Between,
  type ShownDisagreement,
  type ShownDisagreements,
} from "#app/domain/hiring/agreement/shown.ts";

type DisagreementListProps = {
  /** The address of the team's pages. */
  hiring: string;
  criteria: readonly { id: string; title: string }[];
  measured: readonly MeasuredCriterion[];
  shown: ShownDisagreements;
};

const betweenWords: Record<Between, string> = {
  grader: "The grader and people",
  reviewers: "Reviewers",
};

/** How many lie so far apart, from the counts; null where they are not told. */
function countApart(tables: readonly (readonly (readonly number[])[] | null)[], least: number): number | null {
  const known = tables.filter((table) => table !== null);
  if (known.length === 0) return null;
  return known
    .flatMap((table) => table.flatMap((row, down) => row.filter((_, across) => Math.abs(down - across) >= least)))
    .reduce((sum, count) => sum + count, 0);
}

/** The sessions of one criterion with the levels furthest apart, as far as the viewer may open them. */
export function DisagreementList({ hiring, criteria, measured, shown }: DisagreementListProps) {
  const { between, criterion, isUnknown } = shown;
  const own = measured.find((each) => each.criterion === criterion);
  return (
    <>
      <Form method="get" className="agreement-choice" action="#disagreements">
        <div className="field">
          <label htmlFor="between">Between</label>
          <select id="between" name="between" defaultValue={between} key={between}>
            {Object.entries(betweenWords).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="criterion">On</label>
          <select id="criterion" name="criterion" defaultValue={criterion} key={criterion}>
            {criteria.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <Button>Show</Button>
      </Form>
      {isUnknown ? <p className="small">There is no such criterion in this rubric; here is the first.</p> : null}
      <Counts own={own} between={between} />
      <Sessions hiring={hiring} shown={shown} />
    </>
  );
}

function Counts({ own, between }: { own: MeasuredCriterion | undefined; between: Between }) {
  const tables =
    between === "grader" ? (own?.graders ?? []).map(({ confusion }) => confusion) : [own?.peopleConfusion ?? null];
  const [one, two] = [countApart(tables, 1), countApart(tables, 2)];
  if (one === null || two === null) return <p className="small ink-2">Too few sessions to say how many differ.</p>;
  const what = between === "grader" ? "sessions" : "pairs of reviewers";
  return (
    <p className="prose">
      {one === 0
        ? `The levels are the same in all ${what}.`
        : `The levels differ in ${one} ${what}, in ${two === 0 ? "none" : two} of them by two or more.`}
    </p>
  );
}

function Sessions({ hiring, shown }: { hiring: string; shown: ShownDisagreements }) {
  const { links, sessions, between } = shown;
  if (links === "none") {
    return (
      <p className="small ink-2">Reviewers and admins find the sessions here; instructors see how many there are.</p>
    );
  }
  const scope =
    links === "record" ? "complete sessions" : `your newest ${newestReviews} reviews, once they are complete`;
  if (sessions.length === 0) {
    return (
      <p className="small ink-2">
        There is none to show among {scope}.
        {between === "grader"
          ? " Where the team hides a grader until it is validated, its levels are listed nowhere."
          : ""}
      </p>
    );
  }
  return (
    <>
      <table className="ledger agreement-disagreements">
        <caption className="visually-hidden">Sessions with the levels furthest apart, {betweenOf(between)}</caption>
        <LedgerHead of="Session" figures={["Apart", "Grader", "Counts", "Reviewers"]} />
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.sessionId} session={session} to={`${hiring}/${addressOf(session, links)}`} />
          ))}
        </tbody>
      </table>
      <p className="fig-caption">
        At most {mostDisagreements} of {scope}, the furthest apart first.
      </p>
    </>
  );
}

const betweenOf = (between: Between) => betweenWords[between].toLowerCase();

function addressOf({ sessionId }: ShownDisagreement, links: "record" | "own reviews"): string {
  return links === "record" ? `sessions/${sessionId}/record` : `reviews/${sessionId}`;
}

function SessionRow({ session, to }: { session: ShownDisagreement; to: string }) {
  const { code, apart, grader, settled, people } = session;
  return (
    <tr>
      <th scope="row">
        <Link to={to}>{code}</Link>
      </th>
      <td className="r">{apart}</td>
      <td className="r">{grader ?? "–"}</td>
      <td className="r">{settled ?? "–"}</td>
      <td className="r">{people.join(", ")}</td>
    </tr>
  );
}
