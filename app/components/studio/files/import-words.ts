import type { FileChange, PlannedView } from "#app/domain/authoring/import-plan.ts";

export type PlannedKind = PlannedView["kind"];

const count = (many: number, one: string, more: string) => (many === 1 ? one : more.replace("#", String(many)));

const summaries: readonly { kinds: readonly PlannedKind[]; one: string; many: string }[] = [
  { kinds: ["new", "taken"], one: "is new", many: "are new" },
  { kinds: ["changes"], one: "changes a draft", many: "change a draft" },
  { kinds: ["same"], one: "is the same as its draft", many: "are the same as their drafts" },
  { kinds: ["refused"], one: "cannot be imported", many: "cannot be imported" },
];

/** The whole import in one sentence. */
export function summaryWords(scenarios: readonly { kind: PlannedKind }[]): string {
  const parts = summaries.flatMap(({ kinds, one, many }) => {
    const times = scenarios.filter(({ kind }) => kinds.includes(kind)).length;
    return times === 0 ? [] : [{ times, says: times === 1 ? one : many }];
  });
  const said = parts.map(({ times, says }, at) => {
    if (at > 0) return `${times === 1 ? "one" : times} ${says}`;
    return times === 1 ? `One scenario ${says}` : `${times} scenarios ${says}`;
  });
  return `${said.join(", ")}.`;
}

export const kindWords: Record<PlannedKind, string> = {
  new: "New",
  changes: "Changes the draft",
  same: "Same as the draft",
  taken: "New, under another name",
  refused: "Cannot be imported",
};

export function changeWords({ kind, added, removed }: FileChange): string {
  const lines = (many: number) => `${many} ${many === 1 ? "line" : "lines"}`;
  if (kind === "added") return `new, ${lines(added)}`;
  if (kind === "removed") return `removed, ${lines(removed)}`;
  if (added === 0 && removed === 0) return "the same lines in another order";
  return [added > 0 ? `${lines(added)} added` : null, removed > 0 ? `${lines(removed)} removed` : null]
    .filter(Boolean)
    .join(", ");
}

export function problemWords(problems: readonly { severity: "error" | "warning" }[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return [
    errors > 0 ? count(errors, "One problem", "# problems") : null,
    warnings > 0 ? count(warnings, "one warning", "# warnings") : null,
  ]
    .filter((part) => part !== null)
    .join(", ")
    .replace(/^o/, "O");
}
