import { Link } from "@remix-run/react";
import { IntervalChart, type IntervalRow } from "#app/components/charts/interval-chart.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { ShownReviewer, ShownVersion } from "#app/domain/hiring/agreement/shown.ts";
import { intervalWords, nameGrader, sessionsWords, versionWords } from "./agreement-words.ts";
import { FiguresTable } from "./figures-table.tsx";
import { Gates } from "./gates.tsx";
import { Meaning } from "./meaning.tsx";
import { ReviewersTable } from "./reviewers-table.tsx";
import "./agreement.css";

type OverviewProps = { base: string; versions: readonly ShownVersion[]; reviewers: readonly ShownReviewer[] };

/** Every scenario version that the team assesses with, then its reviewers. */
export function AgreementOverview({ base, versions, reviewers }: OverviewProps) {
  if (versions.length === 0) {
    return (
      <EmptyState title="There is no assessment whose sessions could be compared.">
        Once sessions of an open assessment are reviewed, this page tells how far people and graders agree on them.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="lead">
        A grader’s score is worth what people who read the same answers say it is. Here is how far they agree, on each
        scenario version, and the reviewers among themselves.
      </p>
      <KappaChart versions={versions} />
      {versions.map((version) => (
        <VersionSection key={version.hash} base={base} version={version} />
      ))}
      <LabelledSection id="reviewers" label="Reviewers">
        <ReviewersTable reviewers={reviewers} withKappa={false} />
        <p className="fig-caption">
          Own levels beside the median of the other reviewers of the same sessions, over all scenario versions. Higher
          or lower is a habit, not a fault.
        </p>
      </LabelledSection>
      <LabelledSection id="meaning" label="What it means">
        <Meaning />
      </LabelledSection>
    </>
  );
}

function VersionSection({ base, version }: { base: string; version: ShownVersion }) {
  const { hash, agreement, gates, measuredAt } = version;
  const sessions = agreement?.sessions ?? 0;
  return (
    <section className="spread labelled-section" aria-labelledby={`version-${hash}`}>
      <p className="label">{sessions === 0 ? "Nothing reviewed yet" : sessionsWords(sessions)}</p>
      <div className="agreement-version">
        <h2 id={`version-${hash}`}>
          <Link to={`${base}/${hash}`}>{versionWords(version)}</Link>
        </h2>
        <Gates gates={gates} />
        {agreement === null || sessions === 0 ? (
          <p className="small ink-2">
            No session of it has been reviewed by as many people as its assessment asks for.
          </p>
        ) : (
          <>
            <FiguresTable
              caption={`Agreement on ${versionWords(version)}`}
              graders={agreement.graders}
              people={agreement.people}
            />
            <p className="tiny muted">
              {measuredAt === null ? null : (
                <>
                  Measured <Time iso={measuredAt} form="date-time" />, within two minutes of the newest review.{" "}
                </>
              )}
              <Link to={`${base}/${hash}`}>By criterion and month, with the disagreements</Link>
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function rowsOf(version: ShownVersion): IntervalRow[] {
  const graders = version.agreement?.graders ?? [];
  const strictest = Math.max(...version.gates.map(({ gateKappa }) => gateKappa));
  return graders.flatMap(({ grader, kappa, interval }) =>
    kappa === null || interval === null
      ? []
      : [
          {
            id: `${version.hash} ${grader}`,
            label: versionWords(version) + (graders.length > 1 ? ` (${nameGrader(grader).toLowerCase()})` : ""),
            value: kappa,
            ...interval,
            words: `${kappa.toFixed(2)} (${intervalWords(interval)})`,
            ...(Number.isFinite(strictest) && { mark: strictest }),
          },
        ],
  );
}

function reachWords(passing: number, all: number): string {
  if (all === 1) return passing === 1 ? "It reaches the threshold." : "It does not reach the threshold yet.";
  return `${passing === 0 ? "None" : passing} of ${all} reach${passing === 1 ? "es" : ""} the threshold.`;
}

/** Only what has an interval is drawn; the sections below say what is still too few. */
function KappaChart({ versions }: { versions: readonly ShownVersion[] }) {
  const rows = versions.flatMap(rowsOf);
  if (rows.length === 0) return null;
  const passing = rows.filter(({ low, mark }) => mark !== undefined && low >= mark).length;
  const statement = reachWords(passing, rows.length);
  return (
    <div className="agreement-chart">
      <IntervalChart
        statement={statement}
        caption="Weighted kappa of the grader and people, with its 95 % interval; the dotted line is the strictest threshold of an assessment, which the low end has to reach."
        label={`Weighted kappa with intervals: ${rows.map(({ label, words }) => `${label} ${words}`).join("; ")}.`}
        rows={rows}
        axis="Weighted kappa: 1 is full agreement, 0 is chance"
        table={{
          columns: [
            { label: "Scenario" },
            { label: "Kappa" },
            { label: "Low end" },
            { label: "High end" },
            { label: "Threshold" },
          ],
          rows: rows.map(({ label, value, low, high, mark }) => [
            label,
            value.toFixed(2),
            low.toFixed(2),
            high.toFixed(2),
            mark?.toFixed(2) ?? "–",
          ]),
        }}
      />
    </div>
  );
}
