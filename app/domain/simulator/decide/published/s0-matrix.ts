/**
 * S0's matrix of ten factors (S0:316-329), each of which favours one side. The source gives neither weights nor a way
 * to add up, so every factor counts the same unless a caller weighs them, and a tie decides nothing.
 */
import type { Procedure } from "../procedure.ts";
import type { Answer, Question } from "../question.ts";
import type { Situation, SituationField } from "../situation.ts";
import { defineTally, type Row } from "../tally.ts";

type Side = "rag" | "tune";

type Favours = "rag" | "fine-tune" | "neither";

function favours<Field extends SituationField>(
  field: Field,
  read: (fact: NonNullable<Situation[Field]>) => Favours,
): (situation: Situation) => Answer {
  return (situation) => {
    const fact = situation[field];
    return fact === undefined ? { missing: field } : { value: read(fact) };
  };
}

type Factor = Pick<Question, "id" | "asks" | "source" | "answer"> & { reads?: string };

const daysPerMonth = 30;

const factors: readonly Factor[] = [
  {
    id: "freshness",
    asks: "Does knowledge keep changing, or hardly ever?",
    source: "S0:320",
    reads: "monthly counts as changing, as in S0:23",
    answer: favours("dataChanges", (rate) => (rate === "static" || rate === "quarterly" ? "fine-tune" : "rag")),
  },
  {
    id: "task",
    asks: "Is the task finding knowledge, or style, format and reasoning?",
    source: "S0:321",
    answer: favours("problem", (problem) => {
      if (problem === "behaviour") return "fine-tune";
      return problem === "knowledge" ? "rag" : "neither";
    }),
  },
  {
    id: "attribution",
    asks: "Are citations required?",
    source: "S0:322",
    answer: favours("needsCitations", (needed) => (needed ? "rag" : "fine-tune")),
  },
  {
    id: "size",
    asks: "Is the corpus large or growing, or small and focused?",
    source: "S0:323",
    reads: "large from 1,000 documents on: the source gives no number, others speak of thousands (S1:105, S2:308)",
    answer: favours("corpusDocuments", (documents) => (documents >= 1000 ? "rag" : "fine-tune")),
  },
  {
    id: "latency",
    asks: "Are one to three seconds acceptable, or is it less than one?",
    source: "S0:324",
    answer: favours("latencyBudgetMs", (budgetMs) => (budgetMs < 1000 ? "fine-tune" : "rag")),
  },
  {
    id: "volume",
    asks: "More than 100,000 queries a day?",
    source: "S0:325",
    answer: favours("queriesPerMonth", (queries) => (queries > 100_000 * daysPerMonth ? "fine-tune" : "rag")),
  },
  {
    id: "team",
    asks: "Can the team run training, or only retrieval?",
    source: "S0:326",
    answer: favours("canMaintainTraining", (can) => (can ? "fine-tune" : "rag")),
  },
  {
    id: "preparation",
    asks: "Are curated pairs at hand, or only documents to cut and embed?",
    source: "S0:327",
    reads: "pairs are at hand from 500 labelled examples on (S0:405)",
    answer: favours("labelledExamples", (examples) => (examples >= 500 ? "fine-tune" : "rag")),
  },
  {
    id: "time",
    asks: "Weeks to months until production, or days to weeks?",
    source: "S0:328",
    reads: "no fact of a situation says how soon it must be there, so this factor takes no side",
    answer: () => ({ value: "neither" }),
  },
  {
    id: "hallucination",
    asks: "Is little invention tolerated, or some?",
    source: "S0:329",
    answer: favours("hallucinationTolerance", (tolerance) => (tolerance === "low" ? "rag" : "fine-tune")),
  },
];

const questions: readonly Row<Side>[] = factors.map((factor) => ({
  ...factor,
  options: ["rag", "fine-tune"],
  speaksFor: { rag: "rag", "fine-tune": "tune" },
}));

export const matrix: Procedure = defineTally({
  id: "s0-matrix",
  name: "Ten factors",
  source: "S0:316-329",
  sides: { rag: "Favours retrieval", tune: "Favours tuning" },
  questions,
  rules: [
    {
      says: "more factors favour retrieval",
      source: "S0:318-329",
      ending: "rag",
      rests: ["rag"],
      holds: ({ rag, tune }) => rag > tune,
    },
    {
      says: "more factors favour tuning",
      source: "S0:318-329",
      ending: "fine-tune",
      rests: ["tune"],
      holds: ({ rag, tune }) => tune > rag,
    },
    {
      says: "as many on either side",
      source: "S0:318-329",
      ending: "undefined",
      rests: ["rag", "tune"],
      holds: () => true,
    },
  ],
});

export type WeighedFactor = { id: string; favours: Favours | "missing"; weight: number };

/** The factors with a caller's weights (1 where it gives none), and which side weighs more; null for a tie. */
export function weighMatrix(
  situation: Situation,
  weights: Readonly<Record<string, number>>,
): { factors: WeighedFactor[]; rag: number; tune: number; heavier: "rag" | "fine-tune" | null } {
  const weighed = factors.map(({ id, answer }) => {
    const answered = answer(situation);
    const favours = "value" in answered ? (answered.value as Favours) : ("missing" as const);
    return { id, favours, weight: Math.max(0, weights[id] ?? 1) };
  });
  const sum = (side: Favours) =>
    weighed.filter(({ favours }) => favours === side).reduce((total, { weight }) => total + weight, 0);
  const [rag, tune] = [sum("rag"), sum("fine-tune")];
  return { factors: weighed, rag, tune, heavier: rag === tune ? null : rag > tune ? "rag" : "fine-tune" };
}
