/**
 * S2's table of eight kinds of system (S2:460-471). It names systems and not conditions, so the facts that make a case
 * look like each of them are our reading, which every row states. Rows that differ decide nothing.
 */
import type { Procedure } from "../procedure.ts";
import { asked, both, yesNo } from "../question.ts";
import { defineTally, type Row } from "../tally.ts";

type Side = "rag" | "tune" | "hybrid";

const outsideData = asked("externalOrPrivateData", (needed) => needed);
const isKnowledge = asked("problem", (problem) => problem === "knowledge");
const formatCritical = asked("formatCritical", (critical) => critical);
const rare: ReadonlySet<string> = new Set(["static", "quarterly"]);

type System = Pick<Row<Side>, "id" | "asks" | "source" | "answer"> & { for: Side; reads: string };

const systems: readonly System[] = [
  {
    id: "startup",
    asks: "Like a startup in a hurry?",
    source: "S2:464",
    for: "rag",
    reads: "nobody to keep a training pipeline",
    answer: asked("canMaintainTraining", (can) => !can),
  },
  {
    id: "compliance",
    asks: "Like compliance in an enterprise?",
    source: "S2:465",
    for: "rag",
    reads: "citations, and little tolerance for invention",
    answer: both(
      asked("needsCitations", (needed) => needed),
      asked("hallucinationTolerance", (tolerance) => tolerance === "low"),
    ),
  },
  {
    id: "support",
    asks: "Like a support chatbot?",
    source: "S2:466",
    for: "hybrid",
    reads: "outside data, and a problem of knowledge and behaviour",
    answer: both(
      outsideData,
      asked("problem", (problem) => problem === "both"),
    ),
  },
  {
    id: "documents",
    asks: "Like questions about documents?",
    source: "S2:467",
    for: "rag",
    reads: "documents, and a problem of knowledge",
    answer: both(
      asked("corpusDocuments", (documents) => documents > 0),
      isKnowledge,
    ),
  },
  {
    id: "code",
    asks: "Like code in a house style?",
    source: "S2:468",
    for: "tune",
    reads: "a problem of behaviour with a critical format",
    answer: both(
      asked("problem", (problem) => problem === "behaviour"),
      formatCritical,
    ),
  },
  {
    id: "trading",
    asks: "Like an assistant for real-time trading?",
    source: "S2:469",
    for: "tune",
    reads: "an answer in less than a second",
    answer: asked("latencyBudgetMs", (budgetMs) => budgetMs < 1000),
  },
  {
    id: "internal",
    asks: "Like an internal knowledge base?",
    source: "S2:470",
    for: "rag",
    reads: "private data, and a problem of knowledge",
    answer: both(outsideData, isKnowledge),
  },
  {
    id: "stable",
    asks: "Like a stable case at high volume?",
    source: "S2:471",
    for: "tune",
    reads: "static or quarterly data, and millions of queries a month (S2:330)",
    answer: both(
      asked("dataChanges", (rate) => rare.has(rate)),
      asked("queriesPerMonth", (queries) => queries >= 1_000_000),
    ),
  },
];

const questions: readonly Row<Side>[] = systems.map(({ for: side, ...row }) => ({
  ...row,
  options: yesNo,
  speaksFor: { yes: side },
}));

const source = "S2:460-471";

export const quickTable: Procedure = defineTally({
  id: "s2-quick-table",
  name: "Table of eight systems",
  source,
  sides: { rag: "Rows for retrieval", tune: "Rows for tuning", hybrid: "The row for both" },
  questions,
  rules: [
    {
      says: "rows that differ",
      source,
      ending: "undefined",
      rests: ["rag", "tune", "hybrid"],
      holds: ({ rag, tune, hybrid }) => [rag, tune, hybrid].filter((rows) => rows > 0).length > 1,
    },
    {
      says: "only the row for both",
      source: "S2:466",
      ending: "hybrid",
      rests: ["hybrid"],
      holds: ({ hybrid }) => hybrid > 0,
    },
    { says: "only rows for retrieval", source, ending: "rag", rests: ["rag"], holds: ({ rag }) => rag > 0 },
    { says: "only rows for tuning", source, ending: "fine-tune", rests: ["tune"], holds: ({ tune }) => tune > 0 },
    { says: "no row fits", source, ending: "undefined", rests: [], holds: () => true },
  ],
});
