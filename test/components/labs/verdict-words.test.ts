import { expect, test } from "vitest";
import { verdictSentence } from "#app/components/labs/decide/verdict-words.ts";
import { judgeAll } from "#app/domain/simulator/decide/evaluate.ts";
import { exampleSituations } from "#app/domain/simulator/decide/example-situations.ts";
import { procedures } from "#app/domain/simulator/decide/published/procedures.ts";
import type { Verdict } from "#app/domain/simulator/decide/procedure.ts";
import type { Situation } from "#app/domain/simulator/decide/situation.ts";

const said = (situation: Situation) => verdictSentence(judgeAll(procedures, situation).procedures);

test("the examples are what they are picked for: all verdicts at once, agreement twice, two readings of both", () => {
  expect(Object.fromEntries(exampleSituations.map(({ id, situation }) => [id, said(situation)]))).toEqual({
    notices:
      "Three of seven say fine-tune; S0’s six questions and S3’s rules say hybrid; S2’s flowchart says RAG; S2’s table does not decide.",
    manuals: "All seven say RAG.",
    findings: "Four of seven say hybrid; S0’s matrix and S2’s flowchart say RAG; S2’s table does not decide.",
    tags: "All seven say fine-tune.",
    unclear: "Five of seven say RAG; S1’s tree and S1’s table say prompt.",
  });
});

test("what is not known is said too", () => {
  expect(said({})).toBe("None of the seven can tell yet: too little is known.");
  expect(said({ dataChanges: "daily" })).toBe("S2’s flowchart says RAG; six cannot tell yet.");
});

test("a list of one or two procedures has its own verb", () => {
  const judged = (verdicts: Record<string, Verdict>) =>
    verdictSentence(Object.entries(verdicts).map(([id, verdict]) => ({ id, verdict, source: "S0:1", path: [] })));
  expect(judged({ "s3-prose": "undefined", "s1-tree": "rag" })).toBe("S1’s tree says RAG; S3’s rules do not decide.");
  expect(judged({ "s1-tree": "undefined", "s2-flowchart": "undefined" })).toBe("None of the two decides.");
});
