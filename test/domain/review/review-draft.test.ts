import { expect, test } from "vitest";
import type { QuotableTurn } from "#app/domain/review/quotes.ts";
import { maxCommentChars } from "#app/domain/review/review.ts";
import {
  emptyReviewDraft,
  judgeReviewDraft,
  ReviewDraftSchema,
  type ReviewDraft,
} from "#app/domain/review/review-draft.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { rubric } = gradedScenario;
const turns: QuotableTurn[] = [
  { seq: 1, speaker: "interviewer", text: "What first?" },
  { seq: 2, speaker: "candidate", text: "First the rules, by retrieval." },
];
const quote = { seq: 2, start: 0, end: 15, text: "First the rules" };

const judge = (draft: Partial<ReviewDraft>) => judgeReviewDraft(rubric, { ...emptyReviewDraft, ...draft }, turns);

test("a level that rests on a quote, and one on a note, make a review", () => {
  const draft = {
    levels: { framing: 3, economics: 2 },
    comments: { economics: " Says what it costs. " },
    quotes: { framing: [quote], economics: [] },
  };
  expect(judge(draft)).toEqual({
    ok: true,
    levels: { framing: 3, economics: 2 },
    comments: { economics: "Says what it costs." },
    quotes: { framing: [quote] },
  });
});

test("level 0 and cannot tell need no evidence, and cannot tell is no level", () => {
  expect(judge({ levels: { framing: 0, economics: null } })).toEqual({
    ok: true,
    levels: { framing: 0 },
    comments: {},
    quotes: {},
  });
});

test("what is missing is named at its criterion", () => {
  expect(judge({ levels: { economics: 1 }, comments: { economics: "  " } })).toEqual({
    ok: false,
    problems: [
      { criterion: "framing", message: "Choose a level, or that you cannot tell." },
      { criterion: "economics", message: "Say what the level rests on: take a quote, or write a note." },
    ],
  });
});

test("words that the candidate did not say there are no evidence", () => {
  const levels = { framing: 3, economics: null };
  expect(judge({ levels, quotes: { framing: [{ ...quote, text: "First the tools" }] } })).toMatchObject({
    ok: false,
    problems: [{ criterion: "framing" }],
  });
});

test("what the rubric does not have is not kept, and is no problem", () => {
  const levels = { framing: 0, economics: 0, style: 4 };
  const foreign = { style: [{ ...quote, text: "no" }] };
  expect(judge({ levels, comments: { style: "Nice." }, quotes: foreign })).toEqual({
    ok: true,
    levels: { framing: 0, economics: 0 },
    comments: {},
    quotes: {},
  });
});

test.each([
  ["a level above 4", { levels: { framing: 5 } }],
  ["half a level", { levels: { framing: 1.5 } }],
  ["a comment over the cap", { comments: { framing: "x".repeat(maxCommentChars + 1) } }],
  ["more criteria than any rubric has", { levels: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [n, 1])) }],
  ["more quotes than a criterion may have", { quotes: { framing: Array.from({ length: 21 }, () => quote) } }],
])("%s is no draft", (_, part) => {
  expect(ReviewDraftSchema.safeParse({ ...emptyReviewDraft, ...part }).success).toBe(false);
});

test("a draft is kept as it can be stored", () => {
  const read = ReviewDraftSchema.parse({ ...emptyReviewDraft, comments: { framing: "One\r\ntwo\u0000" } });
  expect(read.comments).toEqual({ framing: "One\ntwo" });
});
