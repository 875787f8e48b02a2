/**
 * Situations to begin with: cases of our own, each picked for what it shows of the procedures, and the shipped scenarios
 * as far as their briefs go. What a brief does not say stays open here: asking for it is part of the interview.
 */
import type { Situation } from "./situation.ts";

/** `shows` says what to look at. */
export type ExampleSituation = { id: string; title: string; shows: string; situation: Situation };

export const firstExample: ExampleSituation = {
  id: "notices",
  title: "Notices in a fixed format",
  shows: "three hundred examples, and nobody to train with them",
  situation: {
    dataChanges: "quarterly",
    externalOrPrivateData: false,
    needsCitations: false,
    problem: "behaviour",
    formatCritical: true,
    latencyBudgetMs: 2000,
    labelledExamples: 300,
    canMaintainTraining: false,
    queriesPerMonth: 60_000,
    corpusDocuments: 40,
    hallucinationTolerance: "moderate",
  },
};

export const exampleSituations: readonly ExampleSituation[] = [
  firstExample,
  {
    id: "manuals",
    title: "Answers from product manuals",
    shows: "corrected every week, cited, and no trouble with form",
    situation: {
      dataChanges: "weekly",
      externalOrPrivateData: true,
      needsCitations: true,
      problem: "knowledge",
      formatCritical: false,
      latencyBudgetMs: 3000,
      labelledExamples: 100,
      canMaintainTraining: false,
      queriesPerMonth: 30_000,
      corpusDocuments: 4000,
      hallucinationTolerance: "low",
    },
  },
  {
    id: "findings",
    title: "Findings with a citation and a schema",
    shows: "knowledge that changes and a form that must hold",
    situation: {
      dataChanges: "weekly",
      externalOrPrivateData: true,
      needsCitations: true,
      problem: "both",
      formatCritical: true,
      latencyBudgetMs: 3000,
      labelledExamples: 2000,
      canMaintainTraining: true,
      queriesPerMonth: 300_000,
      corpusDocuments: 6000,
      hallucinationTolerance: "low",
    },
  },
  {
    id: "tags",
    title: "Tags for millions of tickets",
    shows: "a settled task, at volume, in under half a second",
    situation: {
      dataChanges: "static",
      externalOrPrivateData: false,
      needsCitations: false,
      problem: "behaviour",
      formatCritical: false,
      latencyBudgetMs: 400,
      labelledExamples: 5000,
      canMaintainTraining: true,
      queriesPerMonth: 4_000_000,
      corpusDocuments: 1,
      hallucinationTolerance: "moderate",
    },
  },
  {
    id: "unclear",
    title: "Nobody knows what is wrong",
    shows: "the problem itself is not known yet",
    situation: {
      dataChanges: "monthly",
      externalOrPrivateData: false,
      needsCitations: false,
      problem: "unknown",
      formatCritical: false,
      latencyBudgetMs: 5000,
      labelledExamples: 0,
      canMaintainTraining: false,
      queriesPerMonth: 20_000,
      corpusDocuments: 200,
      hallucinationTolerance: "moderate",
    },
  },
];

const daysPerMonth = 30;
const workingDaysPerMonth = 22;

/** What a scenario's brief says, by the scenario. */
export const briefSituations: Readonly<Record<string, Situation>> = {
  "customer-support-chatbot": {
    dataChanges: "weekly",
    externalOrPrivateData: true,
    queriesPerMonth: 18_000 * daysPerMonth,
    corpusDocuments: 15_000,
  },
  "code-review-assistant": {
    formatCritical: true,
    labelledExamples: 1500,
    queriesPerMonth: 26_000 * daysPerMonth,
  },
  "compliance-checks": {
    externalOrPrivateData: true,
    formatCritical: true,
    queriesPerMonth: 80_000 * daysPerMonth,
    corpusDocuments: 6300,
  },
  "covenant-analysis": {
    formatCritical: true,
    labelledExamples: 2300,
    queriesPerMonth: 40_000 * daysPerMonth,
  },
  "internal-knowledge-base": {
    dataChanges: "daily",
    externalOrPrivateData: true,
    needsCitations: true,
    queriesPerMonth: 1900 * workingDaysPerMonth,
    corpusDocuments: 50_000,
  },
  "legal-document-analysis": {
    externalOrPrivateData: true,
    formatCritical: true,
    queriesPerMonth: 50_000 * daysPerMonth,
    corpusDocuments: 1_200_000,
  },
  "medical-report-summaries": {
    formatCritical: true,
    labelledExamples: 2000,
    queriesPerMonth: 6000 * daysPerMonth,
  },
  "not-sure-where-the-problem-is": {
    externalOrPrivateData: true,
    problem: "unknown",
    queriesPerMonth: 620 * daysPerMonth,
  },
};
