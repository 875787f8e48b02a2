import type { AlphaFigures, GraderFigures } from "#app/domain/hiring/agreement/measured.ts";
import { alphaWords, kappaWords, nameGrader, shareWords } from "./agreement-words.ts";

type FiguresTableProps = {
  caption: string;
  graders: readonly GraderFigures[];
  people: AlphaFigures;
};

/** The graders beside people, then people beside each other, each with what it is measured by. */
export function FiguresTable({ caption, graders, people }: FiguresTableProps) {
  return (
    <table className="ledger folds agreement-figures">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Between</th>
          <th scope="col" className="r">
            Sessions
          </th>
          <th scope="col" className="r">
            Same level
          </th>
          <th scope="col" className="r">
            One apart at most
          </th>
          <th scope="col" className="r">
            Beyond chance
          </th>
        </tr>
      </thead>
      <tbody>
        {graders.map((figures) => (
          <Row
            key={figures.grader}
            name={`${nameGrader(figures.grader)} and people`}
            sessions={figures.sessions}
            shares={[shareWords(figures.exact), shareWords(figures.withinOne)]}
            beyond={`kappa ${kappaWords(figures)}`}
          />
        ))}
        <Row
          name="Reviewers"
          sessions={people.sessions}
          shares={[shareWords(people.exact), "–"]}
          beyond={`alpha ${alphaWords(people)}`}
        />
      </tbody>
    </table>
  );
}

type RowProps = { name: string; sessions: number; shares: [string, string]; beyond: string };

function Row({ name, sessions, shares: [same, oneApart], beyond }: RowProps) {
  return (
    <tr>
      <th scope="row" className="lead-cell">
        {name}
      </th>
      <td className="r" data-label="Sessions">
        {sessions.toLocaleString("en-US")}
      </td>
      <td className="r" data-label="Same level">
        {same}
      </td>
      <td className="r" data-label="One apart at most">
        {oneApart}
      </td>
      <td className="r" data-label="Beyond chance">
        {beyond}
      </td>
    </tr>
  );
}
