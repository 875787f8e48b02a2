/**
 * S1's tree of two questions (S1:89-101). Its last branch, knowledge and behaviour together, stands below the answer
 * that no outside knowledge is needed, which its own first question rules out; it is kept as printed.
 */
import type { Procedure } from "../procedure.ts";
import { asked, changesFrequently, either, yesNo, type Answer } from "../question.ts";
import type { Situation } from "../situation.ts";
import { defineTree } from "../tree.ts";

/** `both` and `behaviour` are said by the problem; a critical format is a specific behaviour by itself. */
function behaviourOf({ problem, formatCritical }: Situation): Answer {
  if (problem === "both") return { value: "both" };
  if (problem === "behaviour") return { value: "specific" };
  if (problem === undefined) return { missing: "problem" };
  if (formatCritical === undefined) return { missing: "formatCritical" };
  return { value: formatCritical ? "specific" : "general" };
}

export const tree: Procedure = defineTree({
  id: "s1-tree",
  name: "Tree of two questions",
  source: "S1:89-101",
  questions: [
    {
      id: "outside",
      asks: "Are outside, private or often changing data needed?",
      source: "S1:91",
      options: yesNo,
      reads: "often is daily or weekly (S1:222)",
      answer: either(
        asked("externalOrPrivateData", (needed) => needed),
        changesFrequently,
      ),
      leads: { yes: { ask: "format" }, no: { ask: "behaviour" } },
    },
    {
      id: "format",
      asks: "Is a fixed output format needed as well?",
      source: "S1:95-96",
      options: yesNo,
      answer: asked("formatCritical", (critical) => critical),
      leads: { yes: { end: "hybrid" }, no: { end: "rag" } },
    },
    {
      id: "behaviour",
      asks: "Which behaviour is wanted?",
      source: "S1:98-101",
      options: ["specific", "general", "both"],
      answer: behaviourOf,
      leads: { specific: { end: "fine-tune" }, general: { end: "prompt" }, both: { end: "hybrid" } },
    },
  ],
});
