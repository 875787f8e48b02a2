/**
 * Places where the sources contradict each other or themselves, with the situations in which it matters. They say why
 * procedures differ where their own paths do not show it.
 */
import type { Source } from "../../scenarios/schema.ts";
import type { Situation } from "./situation.ts";

export type FaultLine = {
  id: string;
  says: string;
  sources: readonly Source[];
  /** The contradiction of the ledger that tells both sides. */
  contradiction: `C${number}`;
};

/** From which volume training pays, in queries a month: four answers, 100 times apart. */
export const volumeThresholds: readonly { queriesPerMonth: number; says: string; source: Source }[] = [
  { queriesPerMonth: 100_000, says: "more than 100,000 a month", source: "S2:444" },
  { queriesPerMonth: 1_000_000, says: "millions a month", source: "S2:330" },
  { queriesPerMonth: 3_000_000, says: "more than 100,000 a day", source: "S0:325" },
  { queriesPerMonth: 10_000_000, says: "ten million a month and more", source: "S1:156" },
];

const seldom: ReadonlySet<string | undefined> = new Set(["monthly", "quarterly", "static"]);

const faultLines: readonly (FaultLine & { matters: (situation: Situation) => boolean })[] = [
  {
    id: "volume",
    contradiction: "C36",
    says: "High volume begins at 100,000, one million, three million or ten million queries a month, depending on the source; this volume lies between.",
    sources: ["S2:444", "S2:330", "S0:325", "S1:156"],
    matters: ({ queriesPerMonth: queries = 0 }) => queries > 100_000 && queries < 10_000_000,
  },
  {
    id: "monthly",
    contradiction: "C39",
    says: "Monthly change already speaks for retrieval in one place, is not yet more than monthly in another, and leaves training feasible in a third.",
    sources: ["S0:23", "S0:401", "S2:210"],
    matters: ({ dataChanges }) => dataChanges === "monthly",
  },
  {
    id: "unsure",
    contradiction: "C31",
    says: "When it is unclear what is wrong, S0 starts with retrieval and S1 with prompts; S2’s flowchart has no prompting in it.",
    sources: ["S0:411", "S1:228", "S1:240", "S2:437-458"],
    matters: ({ problem }) => problem === "unknown",
  },
  {
    id: "hybrid-when-stable",
    contradiction: "C32",
    says: "S2’s flowchart allows a hybrid only where knowledge hardly changes; everywhere else a hybrid is for knowledge that does change and a behaviour that must hold.",
    sources: ["S2:440", "S2:449", "S1:95-96", "S0:389", "S3:17"],
    matters: ({ dataChanges, formatCritical, needsCitations }) =>
      formatCritical === true && (needsCitations === true || (dataChanges !== undefined && !seldom.has(dataChanges))),
  },
  {
    id: "format-at-low-volume",
    contradiction: "C33",
    says: "At low volume S2’s flowchart sends work with a critical format to retrieval, which the same page lists as a mistake.",
    sources: ["S2:447", "S2:511"],
    matters: ({ formatCritical, queriesPerMonth = Infinity, needsCitations, dataChanges }) =>
      formatCritical === true && queriesPerMonth <= 100_000 && needsCitations === false && seldom.has(dataChanges),
  },
  {
    id: "hybrid-without-training",
    contradiction: "C35",
    says: "Read literally, S0’s list makes a hybrid of one wish for tuning and a lack of examples or of people, although a hybrid needs the training that cannot be done.",
    sources: ["S0:405", "S0:406", "S0:407"],
    matters: ({ problem, latencyBudgetMs = Infinity, labelledExamples = Infinity, canMaintainTraining }) =>
      (problem === "behaviour" || problem === "both" || latencyBudgetMs < 1000) &&
      (labelledExamples < 500 || canMaintainTraining === false),
  },
  {
    id: "both-without-knowledge",
    contradiction: "C34",
    says: "S1’s tree offers a hybrid for knowledge and behaviour below the answer that no outside knowledge is needed, where its own question cannot lead.",
    sources: ["S1:91", "S1:101"],
    matters: ({ problem, externalOrPrivateData }) => problem === "both" && externalOrPrivateData === false,
  },
  {
    id: "examples",
    contradiction: "C41",
    says: "Fewer than 500 examples rule training out for S0 and for S2’s flowchart; the same page of S2 starts at 50, and S1 at 50 too.",
    sources: ["S0:405", "S2:452", "S2:490", "S1:72"],
    matters: ({ labelledExamples: examples = 0 }) => examples >= 50 && examples < 500,
  },
  {
    id: "sub-100-ms",
    contradiction: "C45",
    says: "S1 promises answers under 100 ms by tuning a smaller model; the tuned model that S0 measured took 520 ms at the median.",
    sources: ["S1:226", "S0:52"],
    matters: ({ latencyBudgetMs = Infinity }) => latencyBudgetMs < 520,
  },
  {
    id: "real-time",
    contradiction: "C52",
    says: "A trading assistant is for tuning in S2’s table, while market data and real-time data are for retrieval in S2’s list and in S1.",
    sources: ["S2:469", "S2:289", "S1:229"],
    matters: ({ latencyBudgetMs = Infinity, dataChanges }) => latencyBudgetMs < 1000 && dataChanges === "daily",
  },
  {
    id: "support-chatbot",
    contradiction: "C37",
    says: "A support chatbot is the one hybrid in S2’s table; S0, S1 and S3 name support as a case for retrieval.",
    sources: ["S2:466", "S0:384", "S1:94", "S3:8"],
    matters: ({ problem, externalOrPrivateData }) => problem === "both" && externalOrPrivateData === true,
  },
  {
    id: "compliance",
    contradiction: "C38",
    says: "Compliance work is for retrieval in S2’s table and for a hybrid in S0, whose findings must also keep a fixed form.",
    sources: ["S2:465", "S0:336"],
    matters: ({ needsCitations, hallucinationTolerance, formatCritical }) =>
      needsCitations === true && hallucinationTolerance === "low" && formatCritical === true,
  },
];

/** The contradictions that matter in this situation. */
export function findFaultLines(situation: Situation): FaultLine[] {
  const found = faultLines.filter(({ matters }) => matters(situation));
  return found.map(({ id, contradiction, says, sources }) => ({ id, contradiction, says, sources }));
}
