import { situationFields, type SituationField } from "#app/domain/simulator/decide/situation.ts";
import type { FactFault } from "#app/domain/simulator/decide/written-situation.ts";

type FieldWords = {
  /** As the form asks for it. */
  label: string;
  /** As a sentence names it. */
  name: string;
  /** What a number counts. */
  unit?: string;
  options?: Readonly<Record<string, string>>;
};

export const fieldWords: Readonly<Record<SituationField, FieldWords>> = {
  dataChanges: {
    label: "How often does the knowledge change?",
    name: "how often the knowledge changes",
    options: {
      daily: "Every day",
      weekly: "Every week",
      monthly: "Every month",
      quarterly: "Every quarter",
      static: "Hardly ever",
    },
  },
  externalOrPrivateData: {
    label: "Does it need outside or private data?",
    name: "whether outside or private data are needed",
  },
  needsCitations: { label: "Must answers cite their sources?", name: "whether answers must cite" },
  problem: {
    label: "What goes wrong without it?",
    name: "what the problem is",
    options: {
      knowledge: "It does not know enough",
      behaviour: "It does not answer as it should",
      both: "Both",
      unknown: "Unclear, nobody has looked",
    },
  },
  formatCritical: { label: "Must the format always hold?", name: "whether the format is critical" },
  latencyBudgetMs: { label: "Time for an answer", name: "the time for an answer", unit: "milliseconds" },
  labelledExamples: { label: "Labelled examples", name: "how many examples there are", unit: "at hand" },
  canMaintainTraining: {
    label: "Can the team keep training up?",
    name: "whether the team can keep training up",
  },
  queriesPerMonth: { label: "Queries", name: "the number of queries", unit: "a month" },
  corpusDocuments: { label: "Documents to draw on", name: "the number of documents", unit: "in all" },
  hallucinationTolerance: {
    label: "How much invention is tolerated?",
    name: "how much invention is tolerated",
    options: { low: "Little", moderate: "Some" },
  },
};

/** What is wrong with what is written, what is allowed, and what it counts as. */
export function factFaultWords({ field, typed, reason }: FactFault): string {
  const flat = typed.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  const shown = `“${flat.length > 24 ? `${flat.slice(0, 24)}…` : flat}”`;
  return `${found(shown, reason)} ${allowed(field)} It counts as not known.`;
}

function found(shown: string, reason: FactFault["reason"]): string {
  if (reason === "not-an-option") return `${shown} is not one of the answers.`;
  if (reason === "not-a-number") return `${shown} is not a number.`;
  if (reason === "not-whole") return `${shown} is not whole.`;
  return `${shown} is too ${reason === "too-small" ? "little" : "much"}.`;
}

function allowed(field: SituationField): string {
  const rule = situationFields[field];
  if (rule.kind !== "number") return "Choose one.";
  const [min, max] = [rule.min, rule.max].map((limit) => limit.toLocaleString("en-US"));
  return `Write a ${rule.whole ? "whole " : ""}number from ${min} to ${max}.`;
}
