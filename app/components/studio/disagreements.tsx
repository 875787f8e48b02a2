import { Link } from "@remix-run/react";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import { markKind } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { disagreementId, type Disagreement } from "#app/domain/grading/calibration/calibration-report.ts";
import { count, kindWords } from "./agreement-words.ts";

type DisagreementsProps = { disagreements: readonly Disagreement[]; titles: Readonly<Record<string, string>> };

/** Where the grader and the labels differ, scenario by scenario; a link to one opens its list. */
export function Disagreements({ disagreements, titles }: DisagreementsProps) {
  const slugs = [...new Set(disagreements.map(({ scenario }) => scenario))];
  return slugs.map((slug) => {
    const own = disagreements.filter(({ scenario }) => scenario === slug);
    return (
      <details key={slug} className="disagreements">
        <summary>
          {titles[slug] ?? slug}: {count(own.length, "disagreement")}
        </summary>
        <p className="small">
          <Link to={`/scenarios/${slug}`}>Open the scenario</Link>
        </p>
        <ul>
          {own.map((each) => (
            <DisagreementItem key={disagreementId(each)} disagreement={each} />
          ))}
        </ul>
      </details>
    );
  });
}

function DisagreementItem({ disagreement }: { disagreement: Disagreement }) {
  const { answer, title, labelled, given, quote } = disagreement;
  const id = disagreementId(disagreement);
  return (
    <li id={id}>
      <p className="small">
        <a href={`#${id}`}>{title}</a> <span className="muted">{kindWords(answer)} answer</span>
      </p>
      <p className="labelled-given small">
        <span className="muted">Labelled</span> <VerdictMark verdict={labelled} />
        <span className="muted">Given</span> <VerdictMark verdict={given} />
      </p>
      {quote === null ? (
        <p className="tiny muted">The grader quotes no words for it.</p>
      ) : (
        <blockquote className="serif">
          <mark className={markKind[given]}>{quote}</mark>
        </blockquote>
      )}
    </li>
  );
}
