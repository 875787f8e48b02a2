import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { endOfDay, type AssessmentSettings } from "#app/domain/hiring/assessment.ts";
import { someOf, type ShownState } from "./state-words.ts";

export type ShownPart = { hash: string; title: string; minutes: number; number: number | null };

type FixedRulesProps = {
  overview: {
    state: ShownState;
    settings: AssessmentSettings;
    parts: readonly ShownPart[];
    warmUpTitle: string | null;
  };
};

/** The rules that stay as they are from opening on, and why. */
export function FixedRules({ overview: { state, settings, parts, warmUpTitle } }: FixedRulesProps) {
  const { attempts, deadline, retentionDays, modelMayGrade, reviewersPerSession } = settings;
  const items = [
    {
      term: "Attempts",
      value: attempts === 1 ? "One at each scenario" : `${attempts} at each scenario; the last counts`,
    },
    {
      term: "Deadline",
      value:
        deadline === null ? "None" : `${formatUtc(endOfDay(deadline).toISOString(), "date")}, end of the day in UTC`,
    },
    { term: "Kept", value: `${someOf(retentionDays, "day")} from handing in, then deleted` },
    { term: "Reviewers", value: `${someOf(reviewersPerSession, "person", "people")} for each session` },
    {
      term: "Grader",
      value: modelMayGrade ? "A language model may read the answers" : "Offline; no model reads the answers",
    },
    { term: "Warm-up", value: warmUpTitle ?? "None" },
  ];
  return (
    <LabelledSection id="rules" label="The rules">
      {parts.length > 0 ? (
        <ol className="parts-list">
          {parts.map(({ hash, title, minutes, number }) => (
            <li key={hash}>
              <span className="serif">{title}</span>
              <span className="small muted">
                {number === null ? "as it shipped when chosen" : `version ${number}`}, {someOf(minutes, "minute")}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      <DefinitionList items={items} />
      {state === "draft" ? null : (
        <p className="small ink-2">
          Scenarios, minutes, attempts, retention, warm-up and who grades were told to every candidate before they
          began. They stay as they are, so that all are measured alike; for other rules, make another assessment.
        </p>
      )}
    </LabelledSection>
  );
}
