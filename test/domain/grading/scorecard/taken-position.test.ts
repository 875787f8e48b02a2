import { expect, test } from "vitest";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import type { Approach } from "#app/domain/scenarios/approach.ts";
import { answered, transcriptOf } from "#test/support/graded-scenario.ts";

const argued: [string, Approach | null][] = [
  ["I'd go with RAG, because the pages change every week.", "rag"],
  ["I would not fine-tune here. We should retrieve the articles.", "rag"],
  ["I'd use retrieval rather than fine-tuning.", "rag"],
  ["I'd choose RAG over fine-tuning.", "rag"],
  ["So I'd build RAG and drop the fine-tuned prototype.", "rag"],
  ["I'd use RAG with hybrid search, BM25 next to vectors.", "rag"],
  ["My recommendation is to fine-tune the small model, without RAG.", "fine-tune"],
  ["I'll train a LoRA on the reviews.", "fine-tune"],
  ["Instead of RAG, I'd fine-tune.", "fine-tune"],
  ["I'd start with the prompt and leave the rest alone.", "prompt"],
  ["Before training anything, I would use a better prompt.", "prompt"],
  ["I'd do both, RAG and fine-tuning.", "hybrid"],
  ["My answer is hybrid: retrieval for the law, training for the form.", "hybrid"],
  ["I'd fine-tune for the form. The precedents change, so I'd retrieve those.", "hybrid"],
  ["I'd go with RAG. If the tone still misses its bar after that, I'd fine-tune as well.", "rag"],
  ["I'd go with RAG unless the pages are frozen, then training wins.", "rag"],
  ["We should improve the prompt first. Maybe we use RAG later.", "prompt"],
  ["It has not learned the form, and fine-tuning is the right tool for that.", "fine-tune"],
  ["There is RAG and there is fine-tuning.", null],
  ["It depends.", null],
  ["", null],
];

test.each(argued)("%j argues for %s", (text, position) => {
  expect(takenPosition(answered(text))).toBe(position);
});

test("what the interviewer says and what the candidate asks argues for nothing", () => {
  const transcript = transcriptOf(
    { speaker: "interviewer", kind: "question", text: "I'd go with RAG. You?" },
    { speaker: "candidate", kind: "clarification", text: "Should I use fine-tuning?" },
  );
  expect(takenPosition(transcript)).toBeNull();
});
