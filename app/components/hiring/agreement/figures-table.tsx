import { LedgerHead, LedgerRow } from "#app/components/ui/ledger.tsx";
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
      <LedgerHead of="Between" figures={["Sessions", "Same level", "One apart at most", "Beyond chance"]} />
      <tbody>
        {graders.map((figures) => (
          <LedgerRow
            key={figures.grader}
            of={`${nameGrader(figures.grader)} and people`}
            figures={{
              Sessions: figures.sessions.toLocaleString("en-US"),
              "Same level": shareWords(figures.exact),
              "One apart at most": shareWords(figures.withinOne),
              "Beyond chance": `kappa ${kappaWords(figures)}`,
            }}
          />
        ))}
        <LedgerRow
          of="Reviewers"
          figures={{
            Sessions: people.sessions.toLocaleString("en-US"),
            "Same level": shareWords(people.exact),
            "One apart at most": "–",
            "Beyond chance": `alpha ${alphaWords(people)}`,
          }}
        />
      </tbody>
    </table>
  );
}
