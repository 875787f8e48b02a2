import type { ReactNode } from "react";
import { percent } from "#app/components/practice/practice-words.ts";
import { fewestChecks } from "#app/domain/progress/mastery.ts";

export type ShownEstimate = {
  key: string;
  name: ReactNode;
  checks: number;
  groups: number;
  enough: boolean;
  low: number;
  high: number;
  mean: number;
  latest: { met: number; of: number } | null;
};

const width = 160;
const xOf = (share: number) => 0.5 + share * (width - 1);

/** From none to all checks met: a bar over what remains possible. Nothing is drawn where too little is known. */
function IntervalBar({ estimate: { low, high, mean, enough } }: { estimate: ShownEstimate }) {
  return (
    <svg className="interval-bar" viewBox={`0 0 ${width} 14`} aria-hidden="true">
      <path className="scale" d={`M.5 2v10M${xOf(0.5)} 4v6M${width - 0.5} 2v10M0 7h${width}`} />
      {enough ? (
        <>
          <path className="range" d={`M${xOf(low)} 7H${xOf(high)}`} />
          <path className="middle" d={`M${xOf(mean)} 2v10`} />
        </>
      ) : null}
    </svg>
  );
}

function estimateWords({ enough, low, high, checks }: ShownEstimate): string {
  if (checks === 0) return "Nothing known yet";
  if (!enough) return "Too few to say";
  return `${percent(low)} to ${percent(high)} of 100`;
}

type MasteryTableProps = { caption: string; first: string; estimates: readonly ShownEstimate[]; among: string };

/** Estimates as intervals with what they rest on: the picture and its figures are the same thing. */
export function MasteryTable({ caption, first, estimates, among }: MasteryTableProps) {
  return (
    <table className="ledger folds mastery-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">Would be met</th>
          <th scope="col">Last time</th>
          <th scope="col" className="r">
            Rests on
          </th>
        </tr>
      </thead>
      <tbody>
        {estimates.map((each) => (
          <tr key={each.key}>
            <th scope="row" className="lead-cell">
              {each.name}
            </th>
            <td data-label="Would be met">
              <span className="interval">
                <IntervalBar estimate={each} />
                <span className={each.enough ? undefined : "muted"}>{estimateWords(each)}</span>
              </span>
            </td>
            <td className="ink-2" data-label="Last time">
              {each.latest ? `${each.latest.met} of ${each.latest.of} met` : <span className="muted">none</span>}
            </td>
            <td className="r" data-label="Rests on">
              <span>
                {each.checks === 1 ? "1 check" : `${each.checks} checks`}
                {each.checks > 0 ? (
                  <span className="muted">, {each.groups === 1 ? `1 ${among}` : `${each.groups} ${among}s`}</span>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the bars are, under their tables. */
export function MasteryNote() {
  return (
    <p className="small muted mastery-note">
      How many of 100 checks like those you were graded on you would meet: nine tenths of what remains possible lies in
      the bar. Newer checks count more, one of a harder situation more when met and less when missed, and many of one
      interview less than as many of several. Below {fewestChecks} checks there is nothing to say.
    </p>
  );
}
