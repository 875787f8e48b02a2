import { LedgerHead, LedgerRow } from "#app/components/ui/ledger.tsx";
import type { MeasuredCriterion } from "#app/domain/hiring/agreement/measured.ts";
import { alphaWords, kappaWords, nameGrader, shareWords } from "./agreement-words.ts";
import { LevelConfusion } from "./level-confusion.tsx";

type CriteriaAgreementProps = { titleOf: (criterion: string) => string; criteria: readonly MeasuredCriterion[] };

/** Criterion by criterion: the figures, then which levels were given where another gave which. */
export function CriteriaAgreement({ titleOf, criteria }: CriteriaAgreementProps) {
  return (
    <>
      <table className="ledger folds agreement-figures">
        <caption className="visually-hidden">Agreement by criterion</caption>
        <LedgerHead of="Criterion" figures={["Sessions", "Same level", "Kappa, grader", "Alpha, reviewers"]} />
        <tbody>
          {criteria.map((measured) => (
            <CriterionRow key={measured.criterion} title={titleOf(measured.criterion)} measured={measured} />
          ))}
        </tbody>
      </table>
      <h3 className="agreement-which">Which level beside which</h3>
      {criteria.map((measured) => (
        <Confusions key={measured.criterion} title={titleOf(measured.criterion)} measured={measured} />
      ))}
    </>
  );
}

/** Several graders stand in one cell, each with its name. */
function CriterionRow({ title, measured: { graders, people } }: { title: string; measured: MeasuredCriterion }) {
  const each = (words: (figures: MeasuredCriterion["graders"][number]) => string) =>
    graders
      .map((figures) => (graders.length === 1 ? "" : `${nameGrader(figures.grader)} `) + words(figures))
      .join("; ");
  const figures = {
    Sessions: each(({ sessions }) => sessions.toLocaleString("en-US")) || "–",
    "Same level": each(({ exact }) => shareWords(exact)) || "–",
    "Kappa, grader": each(kappaWords) || "–",
    "Alpha, reviewers": alphaWords(people),
  };
  return <LedgerRow of={title} figures={figures} />;
}

function Confusions({ title, measured }: { title: string; measured: MeasuredCriterion }) {
  const { graders, peopleConfusion } = measured;
  const isEmpty = peopleConfusion === null && graders.every(({ confusion }) => confusion === null);
  return (
    <details className="outline agreement-criterion">
      <summary>{title}</summary>
      {isEmpty ? <p className="small ink-2">Too few sessions: single levels could be told from the counts.</p> : null}
      <div className="level-confusions">
        {graders.map(({ grader, confusion }) =>
          confusion === null ? null : (
            <LevelConfusion
              key={grader}
              of={title}
              caption={`${nameGrader(grader)} and people.`}
              down={nameGrader(grader)}
              across="people"
              counts={confusion}
            />
          ),
        )}
        {peopleConfusion === null ? null : (
          <LevelConfusion
            of={title}
            caption="Pairs of reviewers."
            down="The lower level"
            across="the higher"
            counts={peopleConfusion}
            isHalf
          />
        )}
      </div>
    </details>
  );
}
