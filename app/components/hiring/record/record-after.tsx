import { LabelledSection } from "#app/components/ui/labelled-section.tsx";
import { formatUtc } from "#app/components/ui/time.tsx";
import { outcomeWords, readOutcome } from "#app/domain/hiring/decision.ts";
import type { SessionRecord } from "#app/domain/hiring/record.ts";
import { byAt, criterionTitle } from "./record-words.ts";

/** What came after the levels: what the candidate was let see, the appeals with their answers, and what people decided. */
export function RecordAfter({ record }: { record: SessionRecord }) {
  const { appeals, feedback, decisions } = record;
  return (
    <>
      {feedback.length === 0 ? null : (
        <LabelledSection id="record-feedback" label="What the candidate was sent">
          <ul className="record-list">
            {feedback.map((sent, at) => (
              <li key={sent.at}>
                <b>Version {at + 1}</b>, {formatUtc(sent.at, "date-time")}. {levelsSent(record, sent.levels)}
                {sent.words === null ? null : <span className="record-comment">{sent.words}</span>}
              </li>
            ))}
          </ul>
        </LabelledSection>
      )}
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

function levelsSent(record: SessionRecord, levels: Record<string, number | null>): string {
  const told = Object.entries(levels).map(([id, level]) => `${criterionTitle(record, id)}: ${level ?? "no level"}`);
  return told.length === 0 ? "No levels." : `${told.join("; ")}.`;
}
