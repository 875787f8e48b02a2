/**
 * Where things come from and lead to: figures without a source, and checks that lead to nothing to read. A situation may
 * make up numbers of its own, though not all of them; what it says about the world, such as a price, is somebody's.
 */
import { splitCitations } from "../../content/citation.ts";
import { findNumbers } from "../../content/figures-number.ts";
import type { Quantity } from "../../content/figures-quantity.ts";
import { titleOf, type Fact } from "../../scenarios/schema.ts";
import { checksOf, inRubric, redFlagsOf, type Found, type Linted, type LintSource } from "./lint-finding.ts";

function inDescription(field: string, message: string): Found {
  return { file: "scenario.md", field, message };
}

/** What does not belong to the situation but holds elsewhere too. */
const aboutTheWorld =
  /\b(?:list prices?|price of|prices? per|(?:input|output) prices?|per (?:million|thousand|1,?000|1k|1m) tokens|published (?:figures?|results?|numbers?|rates?|share)|reported (?:gains?|improvement)|claimed|benchmarks?|according to|typical(?:ly)?|industry|stud(?:y|ies)|survey)\b/i;

function isFigure({ value }: Fact): boolean {
  return typeof value === "number" || findNumbers(value).length > 0;
}

function unsourcedFacts({ scenario }: Linted): Found[] {
  const figures = scenario.facts.filter(isFigure);
  const open = figures.filter(({ source }) => source === undefined);
  if (figures.length > 0 && open.length === figures.length) {
    const named = open.map(({ label }) => label).join(", ");
    return [inDescription("facts", `none of the figures names a source: ${named}`)];
  }
  return scenario.facts.flatMap((fact, at) => {
    const isOpen = open.includes(fact) && aboutTheWorld.test(`${fact.label} ${fact.unit ?? ""}`);
    return isOpen
      ? [inDescription(`facts[${at}].source`, `“${fact.label}” holds outside the situation too, and names no source`)]
      : [];
  });
}

/** Counts of people and pages set a scene; money, shares, times and large amounts are reasoned with. */
const largeFrom = 1_000;

function isReasonedWith({ unit, value }: Quantity): boolean {
  return unit.dimension !== "plain" || value >= largeFrom;
}

/** The prose of the brief, without code and drawings, and without sentences that cite their source. */
function uncitedProse(brief: string): string {
  const prose = brief.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
  const sentences = prose.split(/(?<=[.!?])\s+/);
  return sentences.filter((sentence) => splitCitations(sentence).every(({ kind }) => kind === "words")).join("\n");
}

function unsourcedInBrief({ scenario }: Linted): Found[] {
  const { facts, hiddenFacts, brief, twist } = scenario;
  const told = [
    ...facts.map(({ value, unit, label }) => `${value} ${unit ?? ""}\n${label}`),
    ...hiddenFacts.map(({ answer }) => answer),
    twist?.change ?? "",
  ];
  const given = new Set(told.flatMap((text) => findNumbers(text).map(({ quantity }) => quantity.value)));
  const prose = uncitedProse(brief);
  const open = findNumbers(prose)
    .filter(({ quantity }) => isReasonedWith(quantity) && !given.has(quantity.value))
    .map(({ at, length }) => prose.slice(at, at + length + unitLength(prose, at + length)));
  return open.length === 0
    ? []
    : [inDescription("body", `the brief states what no fact gives: ${[...new Set(open)].join(", ")}`)];
}

function unitLength(prose: string, end: number): number {
  return /^\s?(?:%|percent|per cent|[\p{L}]+)/u.exec(prose.slice(end))?.[0].length ?? 0;
}

export const figureWithoutSource: LintSource = (linted) => [...unsourcedFacts(linted), ...unsourcedInBrief(linted)];

export const noStudyLink: LintSource = (linted) => {
  const { sections } = linted;
  const items = [...checksOf(linted), ...redFlagsOf(linted)];
  return items.flatMap(({ field, item }): Found[] => {
    const at = `${field}.study`;
    const { study } = item;
    if (study === undefined) return [inRubric(at, `whoever gets “${titleOf(item)}” wrong is led to nothing to read`)];
    return sections && !sections.has(study)
      ? [inRubric(at, `“${titleOf(item)}” leads to a section that does not exist: ${study}`)]
      : [];
  });
};
