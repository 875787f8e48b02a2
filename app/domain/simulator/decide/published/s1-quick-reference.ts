/**
 * S1's table of ten situations (S1:219-230). Several rows can fit one case and the table has no order: rows that agree
 * decide; retrieval with a row about behaviour is its own row for hybrids (S1:227, S1:237-238); what else differs is not
 * decided.
 */
import type { Procedure } from "../procedure.ts";
import { asked, both, changesFrequently, either, yesNo } from "../question.ts";
import { defineTally, type Row } from "../tally.ts";

type Side = "rag" | "behaviour" | "plain" | "hybrid" | "prompt";

const formatCritical = asked("formatCritical", (critical) => critical);

type Fit = Pick<Row<Side>, "id" | "asks" | "source" | "answer" | "reads"> & { for: Side };

const rows: readonly Fit[] = [
  {
    id: "corpus",
    asks: "Is there a large corpus to search?",
    source: "S1:221",
    for: "rag",
    reads: "large from 1,000 documents on: thousands of documents (S1:105)",
    answer: asked("corpusDocuments", (documents) => documents >= 1000),
  },
  {
    id: "updates",
    asks: "Do documents change daily or weekly?",
    source: "S1:222",
    for: "rag",
    answer: changesFrequently,
  },
  {
    id: "shown",
    asks: "Must users see the source?",
    source: "S1:223",
    for: "rag",
    answer: asked("needsCitations", (needed) => needed),
  },
  {
    id: "valid",
    asks: "Must output always be valid JSON or XML?",
    source: "S1:224",
    for: "behaviour",
    answer: formatCritical,
  },
  {
    id: "tone",
    asks: "Is a particular tone wanted?",
    source: "S1:225",
    for: "behaviour",
    reads: "a problem of behaviour, alone or with knowledge",
    answer: asked("problem", (problem) => problem === "behaviour" || problem === "both"),
  },
  {
    id: "quick",
    asks: "Under 100 ms at high volume?",
    source: "S1:226",
    for: "plain",
    reads: "high is ten million calls a month (S1:156)",
    answer: both(
      asked("latencyBudgetMs", (budgetMs) => budgetMs < 100),
      asked("queriesPerMonth", (queries) => queries >= 10_000_000),
    ),
  },
  {
    id: "accurate",
    asks: "Accurate facts and a steady format?",
    source: "S1:227",
    for: "hybrid",
    answer: both(
      asked("problem", (problem) => problem === "both" || problem === "knowledge"),
      either(
        asked("problem", (problem) => problem === "both"),
        formatCritical,
      ),
    ),
  },
  {
    id: "unsure",
    asks: "Is it unclear where the problem is?",
    source: "S1:228",
    for: "prompt",
    answer: asked("problem", (problem) => problem === "unknown"),
  },
  {
    id: "private",
    asks: "Are real-time or private data needed?",
    source: "S1:229",
    for: "rag",
    answer: asked("externalOrPrivateData", (needed) => needed),
  },
  {
    id: "stable",
    asks: "Is the knowledge stable, without updates?",
    source: "S1:230",
    for: "plain",
    answer: asked("dataChanges", (rate) => rate === "static"),
  },
];

const questions: readonly Row<Side>[] = rows.map(({ for: side, ...row }) => ({
  ...row,
  options: yesNo,
  speaksFor: { yes: side },
}));

export const quickReference: Procedure = defineTally({
  id: "s1-quick-reference",
  name: "Table of ten situations",
  source: "S1:219-230",
  sides: {
    rag: "Rows for retrieval",
    behaviour: "Rows for tuning behaviour",
    plain: "Rows for tuning speed or stable knowledge",
    hybrid: "The row for both",
    prompt: "The row for prompts first",
  },
  questions,
  rules: [
    {
      says: "unclear: prompts first",
      source: "S1:228",
      ending: "prompt",
      rests: ["prompt"],
      holds: ({ prompt }) => prompt > 0,
    },
    {
      says: "facts and behaviour",
      source: "S1:227",
      ending: "hybrid",
      rests: ["hybrid", "rag", "behaviour"],
      holds: ({ hybrid, rag, behaviour }) => hybrid > 0 || (rag > 0 && behaviour > 0),
    },
    {
      says: "retrieval rows against tuning rows",
      source: "S1:219-230",
      ending: "undefined",
      rests: ["rag", "plain"],
      holds: ({ rag, plain }) => rag > 0 && plain > 0,
    },
    { says: "retrieval rows only", source: "S1:221-229", ending: "rag", rests: ["rag"], holds: ({ rag }) => rag > 0 },
    {
      says: "tuning rows only",
      source: "S1:224-230",
      ending: "fine-tune",
      rests: ["behaviour", "plain"],
      holds: ({ behaviour, plain }) => behaviour + plain > 0,
    },
    { says: "no row fits", source: "S1:219-230", ending: "undefined", rests: [], holds: () => true },
  ],
});
