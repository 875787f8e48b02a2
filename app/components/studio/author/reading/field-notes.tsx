import { memo } from "react";
import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { useNotes } from "./use-reading.ts";
import "./reading.css";

export const notesId = (anchor: string) => `${anchor}-notes`;

/** What is said about one field, in the margin beside it: in the words of `tradeoff check`, then what reads as weak. */
export const FieldNotesList = memo(function FieldNotesList({ anchor }: { anchor: string }) {
  const { problems, findings } = useNotes(anchor);
  if (problems.length + findings.length === 0) return null;
  return (
    <ul className="field-notes" id={notesId(anchor)}>
      {problems.map((problem, at) => (
        <ProblemNote key={at} problem={problem} />
      ))}
      {findings.map((finding, at) => (
        <FindingNote key={at} finding={finding} />
      ))}
    </ul>
  );
});

function ProblemNote({ problem: { message, severity } }: { problem: Problem }) {
  return (
    <li className={severity}>
      <b>{severity === "error" ? "✕ Problem" : "! Warning"}</b> {message}
    </li>
  );
}

function FindingNote({ finding: { message, why, fix } }: { finding: LintFinding }) {
  return (
    <li>
      <b>? Advice</b> {message}
      <span className="muted"> {why}</span> {fix}
    </li>
  );
}
