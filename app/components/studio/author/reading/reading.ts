import type { LintFinding } from "#app/domain/authoring/lint/lint-finding.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";
import { shareStructure } from "../form/share-structure.ts";

/** What is wrong with a draft, and what is weak about its rubric. */
export type Reading = { problems: readonly Problem[]; findings: readonly LintFinding[] };

/** The same at one field. */
export type FieldNotes = Reading;

/** By the anchor of the field. */
export type NotesByField = ReadonlyMap<string, FieldNotes>;

export const noNotes: FieldNotes = { problems: [], findings: [] };

/** Fields about which the same is said as before keep their very notes. */
export function notesByField({ problems, findings }: Reading, before: NotesByField): NotesByField {
  const notes = new Map<string, { problems: Problem[]; findings: LintFinding[] }>();
  const at = ({ file, field }: Problem) => {
    const anchor = `${file}/${field}`;
    const known = notes.get(anchor) ?? { problems: [], findings: [] };
    notes.set(anchor, known);
    return known;
  };
  for (const problem of problems) at(problem).problems.push(problem);
  for (const finding of findings) at(finding).findings.push(finding);
  return new Map([...notes].map(([anchor, each]) => [anchor, shareStructure(before.get(anchor), each)]));
}

export type ReadingCounts = { errors: number; warnings: number; findings: number };

export function countsOf({ problems, findings }: Reading): ReadingCounts {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: problems.length - errors, findings: findings.length };
}
