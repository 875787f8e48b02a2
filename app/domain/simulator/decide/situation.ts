/**
 * The situation that every decision procedure is asked about. Any field may be left out: a procedure that needs it says
 * so. What comes from outside is read here, field by field.
 */
export type Situation = {
  dataChanges?: "daily" | "weekly" | "monthly" | "quarterly" | "static";
  externalOrPrivateData?: boolean;
  needsCitations?: boolean;
  problem?: "knowledge" | "behaviour" | "both" | "unknown";
  formatCritical?: boolean;
  latencyBudgetMs?: number;
  labelledExamples?: number;
  canMaintainTraining?: boolean;
  queriesPerMonth?: number;
  corpusDocuments?: number;
  hallucinationTolerance?: "low" | "moderate";
};

export type SituationField = keyof Situation;

export type FieldRule =
  | { kind: "choice"; options: readonly string[] }
  | { kind: "yes-no" }
  | { kind: "number"; min: number; max: number; whole: boolean };

const count = (max: number): FieldRule => ({ kind: "number", min: 0, max, whole: true });

export const situationFields: Readonly<Record<SituationField, FieldRule>> = {
  dataChanges: { kind: "choice", options: ["daily", "weekly", "monthly", "quarterly", "static"] },
  externalOrPrivateData: { kind: "yes-no" },
  needsCitations: { kind: "yes-no" },
  problem: { kind: "choice", options: ["knowledge", "behaviour", "both", "unknown"] },
  formatCritical: { kind: "yes-no" },
  latencyBudgetMs: { kind: "number", min: 1, max: 86_400_000, whole: false },
  labelledExamples: count(1e9),
  canMaintainTraining: { kind: "yes-no" },
  queriesPerMonth: count(1e12),
  corpusDocuments: count(1e12),
  hallucinationTolerance: { kind: "choice", options: ["low", "moderate"] },
};

export type ParsedSituation = { ok: true; situation: Situation } | { ok: false; field: string | null; message: string };

const isField = (name: string): name is SituationField => Object.hasOwn(situationFields, name);

/** Reads parsed JSON. The first fault is named with its field; null for the field means the whole is no object. */
export function parseSituation(value: unknown): ParsedSituation {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, field: null, message: "must be one JSON object of facts" };
  }
  for (const [name, fact] of Object.entries(value)) {
    if (!isField(name)) {
      const message = `is not a fact that is known; there are ${Object.keys(situationFields).join(", ")}`;
      return { ok: false, field: name.slice(0, 60), message };
    }
    const rule = situationFields[name];
    if (!fits(rule, fact)) return { ok: false, field: name, message: `must be ${allowed(rule)}` };
  }
  return { ok: true, situation: { ...(value as Situation) } };
}

function fits(rule: FieldRule, fact: unknown): boolean {
  if (rule.kind === "choice") return typeof fact === "string" && rule.options.includes(fact);
  if (rule.kind === "yes-no") return typeof fact === "boolean";
  if (typeof fact !== "number" || !Number.isFinite(fact) || fact < rule.min || fact > rule.max) return false;
  return !rule.whole || Number.isInteger(fact);
}

function allowed(rule: FieldRule): string {
  if (rule.kind === "choice") return `one of ${rule.options.join(", ")}`;
  if (rule.kind === "yes-no") return "true or false";
  return `a ${rule.whole ? "whole " : ""}number from ${rule.min} to ${rule.max}`;
}
