/**
 * S2's flowchart of five questions (S2:437-458). Hybrid is reached only by knowledge that hardly changes, without
 * citations, at volume; prompting is no ending of it.
 */
import type { Procedure } from "../procedure.ts";
import { asked, changesFrequently, yesNo } from "../question.ts";
import { defineTree } from "../tree.ts";

export const flowchart: Procedure = defineTree({
  id: "s2-flowchart",
  name: "Flowchart of five questions",
  source: "S2:437-458",
  questions: [
    {
      id: "changes",
      asks: "Does knowledge change often?",
      source: "S2:439-441",
      options: yesNo,
      reads: "often is daily or weekly, which S2:208-209 finds impractical or expensive to train for",
      answer: changesFrequently,
      leads: { yes: { end: "rag" }, no: { ask: "citations" } },
    },
    {
      id: "citations",
      asks: "Are citations needed?",
      source: "S2:441-444",
      options: yesNo,
      answer: asked("needsCitations", (needed) => needed),
      leads: { yes: { end: "rag" }, no: { ask: "volume" } },
    },
    {
      id: "volume",
      asks: "More than 100,000 queries a month?",
      source: "S2:444-447",
      options: yesNo,
      answer: asked("queriesPerMonth", (queries) => queries > 100_000),
      leads: { yes: { ask: "format" }, no: { end: "rag" } },
    },
    {
      id: "format",
      asks: "Is a steady format critical?",
      source: "S2:446-450",
      options: yesNo,
      answer: asked("formatCritical", (critical) => critical),
      leads: { yes: { end: "hybrid" }, no: { ask: "examples" } },
    },
    {
      id: "examples",
      asks: "500 examples or more?",
      source: "S2:450-453",
      options: yesNo,
      answer: asked("labelledExamples", (examples) => examples >= 500),
      leads: { yes: { end: "fine-tune" }, no: { end: "rag" } },
    },
  ],
});
