import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { ShownDisagreements, ShownReviewer, ShownVersion } from "#app/domain/hiring/agreement/shown.ts";
import { sessionsWords, versionWords } from "./agreement-words.ts";
import { CriteriaAgreement } from "./criteria-agreement.tsx";
import { DisagreementList } from "./disagreement-list.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Gates } from "./gates.tsx";
import { Meaning } from "./meaning.tsx";
import { MonthsChart } from "./months-chart.tsx";
import { ReviewersTable } from "./reviewers-table.tsx";
import "./agreement.css";

type AgreementVersionProps = {
  /** The address of the team's pages. */
  hiring: string;
  version: ShownVersion;
  reviewers: readonly ShownReviewer[];
  criteria: readonly { id: string; title: string }[];
  disagreements: ShownDisagreements;
};

/** One scenario version: as a whole, by criterion, by reviewer, by month, and where the levels lie apart. */
export function AgreementVersion({ hiring, version, reviewers, criteria, disagreements }: AgreementVersionProps) {
  const { agreement, gates, measuredAt } = version;
  const titleOf = (id: string) => criteria.find((each) => each.id === id)?.title ?? id;
  if (agreement === null || agreement.sessions === 0) {
    return (
      <LabelledSection id="whole" label="Nothing reviewed yet">
        <Gates gates={gates} />
        <p className="prose">No session of it has been reviewed by as many people as its assessment asks for.</p>
      </LabelledSection>
    );
  }
  return (
    <>
      <LabelledSection id="whole" label={sessionsWords(agreement.sessions)}>
        <div className="agreement-version">
          <Gates gates={gates} />
          <FiguresTable
            caption={`Agreement on ${versionWords(version)}`}
            graders={agreement.graders}
            people={agreement.people}
          />
          {measuredAt === null ? null : (
            <p className="tiny muted">
              Measured <Time iso={measuredAt} form="date-time" />.
            </p>
          )}
        </div>
      </LabelledSection>
      <LabelledSection id="months" label="Over time">
        <MonthsChart months={agreement.months} />
      </LabelledSection>
      <LabelledSection id="criteria" label="By criterion">
        <CriteriaAgreement titleOf={titleOf} criteria={agreement.criteria} />
      </LabelledSection>
      <LabelledSection id="disagreements" label="Disagreements">
        <DisagreementList hiring={hiring} criteria={criteria} measured={agreement.criteria} shown={disagreements} />
      </LabelledSection>
      <LabelledSection id="reviewers" label="Reviewers">
        <ReviewersTable reviewers={reviewers} withKappa />
        <p className="fig-caption">
          Own levels beside the median of the other reviewers of the same sessions; a median halfway between two levels
          is the same as neither.
        </p>
      </LabelledSection>
      <LabelledSection id="meaning" label="What it means">
        <Meaning />
      </LabelledSection>
    </>
  );
}
