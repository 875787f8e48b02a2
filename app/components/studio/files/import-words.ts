import type { FileChange, PlannedView } from "#app/domain/authoring/import-plan.ts";

export type PlannedKind = PlannedView["kind"];

const count = (many: number, one: string, more: string) => (many === 1 ? one : more.replace("#", String(many)));

/** The whole import in one or two sentences. */
export function summaryWords(scenarios: readonly { kind: PlannedKind }[]): string {
  const of = (...kinds: PlannedKind[]) => scenarios.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    of("new", "taken") > 0 ? count(of("new", "taken"), "One scenario is new", "# scenarios are new") : null,
    of("changes") > 0 ? count(of("changes"), "one changes a draft", "# change a draft") : null,
    of("same") > 0 ? count(of("same"), "one is the same as its draft", "# are the same as their drafts") : null,
    of("refused") > 0 ? count(of("refused"), "one cannot be imported", "# cannot be imported") : null,
  ].filter((part) => part !== null);
  const said = parts.join(", ");
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
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
