/**
 * A situation as a form or an address writes it: one text a fact, and an empty one for what is not known. Whatever stands
 * there, a situation comes out: a fact that cannot be read is not known, and is named.
 */
import { situationFields, type FieldRule, type Situation, type SituationField } from "./situation.ts";

export type FactFault = {
  field: SituationField;
  typed: string;
  reason: "not-an-option" | "not-a-number" | "not-whole" | "too-small" | "too-large";
};

export type FactTexts = Readonly<Record<SituationField, string>>;

export type WrittenSituation = { situation: Situation; texts: FactTexts; faults: FactFault[]; unknown: string[] };

const fields = Object.keys(situationFields) as SituationField[];

/** Reads what is written, name by name; of a name that is there twice, the first. */
export function readSituation(entries: Iterable<readonly [name: string, text: string]>): WrittenSituation {
  const written = new Map<string, string>();
  for (const [name, text] of entries) if (!written.has(name)) written.set(name, text);
  const read = fields.map((field) => ({ field, ...readFact(situationFields[field], written.get(field) ?? "") }));
  const known = read.flatMap(({ field, fact }) => (fact === undefined ? [] : [[field, fact] as const]));
  const faults = read.flatMap(({ field, reason }) => {
    return reason ? [{ field, typed: written.get(field) ?? "", reason }] : [];
  });
  return {
    situation: Object.fromEntries(known) as Situation,
    texts: Object.fromEntries(fields.map((field) => [field, written.get(field) ?? ""])) as FactTexts,
    faults,
    unknown: [...written.keys()].filter((name) => !Object.hasOwn(situationFields, name)),
  };
}

/** The texts that say a situation. */
export function writeSituation(situation: Situation): FactTexts {
  return Object.fromEntries(fields.map((field) => [field, writtenFact(situation[field])])) as FactTexts;
}

function writtenFact(fact: Situation[SituationField]): string {
  if (fact === undefined) return "";
  if (typeof fact === "boolean") return fact ? "yes" : "no";
  return typeof fact === "number" ? fact.toLocaleString("en-US", { maximumFractionDigits: 6 }) : fact;
}

type ReadFact = { fact?: string | number | boolean; reason?: FactFault["reason"] };

function readFact(rule: FieldRule, written: string): ReadFact {
  const text = written.trim();
  if (text === "") return {};
  if (rule.kind === "choice") return rule.options.includes(text) ? { fact: text } : { reason: "not-an-option" };
  if (rule.kind === "yes-no") {
    return text === "yes" || text === "no" ? { fact: text === "yes" } : { reason: "not-an-option" };
  }
  return readNumber(rule, text);
}

/** Thousands may be parted by commas. */
function readNumber({ min, max, whole }: Extract<FieldRule, { kind: "number" }>, text: string): ReadFact {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (Number.isNaN(number)) return { reason: "not-a-number" };
  if (number < min) return { reason: "too-small" };
  if (number > max) return { reason: "too-large" };
  return whole && !Number.isInteger(number) ? { reason: "not-whole" } : { fact: number };
}
