import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { outcomeWords, readOutcome } from "#app/domain/hiring/decision.ts";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { byAt, criterionTitle } from "./record-words.ts";

/** What came after the levels: the candidate's appeals with their answers, and what people decided. */
export function RecordAfter({ record }: { record: SessionRecord }) {
  const { appeals, decisions } = record;
  return (
    <>
      {appeals.length === 0 ? null : (
        <LabelledSection id="record-appeals" label="Appeals">
          <ul className="record-list">
            {appeals.map(({ criterionId, at, level, reason, answer }) => (
              <li key={criterionId}>
                <b>{criterionTitle(record, criterionId)}</b>, level {level}, contested on {formatUtc(at, "date")}:{" "}
                {reason}
                <span className="record-comment">
                  {answer === null
                    ? "Not answered yet."
                    : `${byAt(answer)}, level ${answer.level ?? level}: ${answer.text}`}
                </span>
              </li>
            ))}
          </ul>
        </LabelledSection>
      )}
      {decisions.length === 0 ? null : (
        <LabelledSection id="record-decisions" label="Decisions">
          <ul className="record-list">
            {decisions.map(({ by, at, outcome, reason }) => (
              <li key={at}>
                <b>{outcomeWords[readOutcome(outcome)]}</b>, {byAt({ by, at })}: {reason}
              </li>
            ))}
          </ul>
        </LabelledSection>
      )}
    </>
  );
}
