/**
 * The six questions that S0 walks a team through (S0:399-407). Two readings: literally, a yes on both sides is a hybrid,
 * even where there is nothing to train with and nobody to train; or the last two questions veto training.
 */
import type { Procedure } from "../procedure.ts";
import { asked, changesFrequently, yesNo } from "../question.ts";
import { defineTally, type Row, type Rule } from "../tally.ts";

type Side = "rag" | "veto" | "tune";

const questions: readonly Row<Side>[] = [
  {
    id: "changes",
    asks: "Do the data change more often than monthly?",
    source: "S0:401",
    options: yesNo,
    answer: changesFrequently,
    speaksFor: { yes: "rag" },
  },
  {
    id: "citations",
    asks: "Must answers cite their sources?",
    source: "S0:402",
    options: yesNo,
    answer: asked("needsCitations", (needed) => needed),
    speaksFor: { yes: "rag" },
  },
  {
    id: "behaviour",
    asks: "Is style, format or reasoning the main problem?",
    source: "S0:403",
    options: yesNo,
    reads:
      "a problem of both kinds is a yes, because only then can the closing rule for hybrids (S0:407) be met by one",
    answer: asked("problem", (problem) => problem === "behaviour" || problem === "both"),
    speaksFor: { yes: "tune" },
  },
  {
    id: "second",
    asks: "Must an answer come in under a second?",
    source: "S0:404",
    options: yesNo,
    answer: asked("latencyBudgetMs", (budgetMs) => budgetMs < 1000),
    speaksFor: { yes: "tune" },
  },
  {
    id: "examples",
    asks: "Are there fewer than 500 labelled examples?",
    source: "S0:405",
    options: yesNo,
    answer: asked("labelledExamples", (examples) => examples < 500),
    speaksFor: { yes: "veto" },
  },
  {
    id: "team",
    asks: "Can the team keep a training pipeline going?",
    source: "S0:406",
    options: yesNo,
    answer: asked("canMaintainTraining", (can) => can),
    speaksFor: { no: "veto" },
  },
];

const plainRules: readonly Rule<Side>[] = [
  {
    says: "retrieval only",
    source: "S0:401-406",
    ending: "rag",
    rests: ["rag", "veto"],
    holds: ({ rag, veto }) => rag + veto > 0,
  },
  { says: "tuning only", source: "S0:403-404", ending: "fine-tune", rests: ["tune"], holds: ({ tune }) => tune > 0 },
  {
    says: "neither side",
    source: "S0:399-407",
    ending: "undefined",
    rests: [],
    holds: () => true,
  },
];

export const sixQuestions: Procedure = defineTally({
  id: "s0-six-questions",
  name: "Six questions, read literally",
  source: "S0:399-407",
  sides: { rag: "For retrieval", veto: "Against training", tune: "For tuning" },
  questions,
  isOrdered: true,
  rules: [
    {
      says: "both sides",
      source: "S0:407",
      ending: "hybrid",
      rests: ["rag", "veto", "tune"],
      holds: ({ rag, veto, tune }) => rag + veto > 0 && tune > 0,
    },
    ...plainRules,
  ],
});

/** A reading of ours, kept apart from the published seven. */
export const sixQuestionsWithVetoes: Procedure = defineTally({
  id: "s0-six-questions-vetoes",
  name: "Six questions, the last two as vetoes",
  source: "S0:399-407",
  sides: { rag: "For retrieval", veto: "Rules training out", tune: "For tuning" },
  questions,
  isOrdered: true,
  rules: [
    {
      says: "training ruled out",
      source: "S0:405-406",
      ending: "rag",
      rests: ["veto"],
      holds: ({ veto }) => veto > 0,
    },
    {
      says: "both sides",
      source: "S0:407",
      ending: "hybrid",
      rests: ["rag", "tune"],
      holds: ({ rag, tune }) => rag > 0 && tune > 0,
    },
    ...plainRules,
  ],
});
