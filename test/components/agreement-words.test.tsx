// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { LevelsShown, peopleWords } from "#app/components/scorecard/graded-by.tsx";
import { AgreementLedger } from "#app/components/studio/agreement-ledger.tsx";
import { ConfusionTable } from "#app/components/studio/confusion-table.tsx";
import { reviewLabel } from "#app/components/review/review-words.ts";
import { agreementOf } from "#app/domain/grading/calibration/agreement/agreement.ts";

afterEach(cleanup);

const pair = { first: 2, second: 2 };
const levelsOf = (many: number, fewest?: number) =>
  agreementOf([...Array.from({ length: many - 1 }, () => pair), { first: 1, second: 2 }], 5, fewest);

test("agreement with people is not measured, too little to say, or a figure with what it rests on", () => {
  const words = (many: number) => peopleWords({ sessions: 1, levels: levelsOf(many, 30) });
  expect(peopleWords(null)).toEqual(<b className="medium">Not measured yet.</b>);
  expect(peopleWords({ sessions: 0, levels: agreementOf([], 5) })).toEqual(peopleWords(null));
  expect(words(7)).toBe("Too few to say: 7 levels by reviewers of 1 interview.");
  expect(words(40)).toBe("Same level 98\u00a0%, weighted kappa 0.00, on 40 levels by reviewers of 1 interview.");
});

test("the scorecard says whose levels it shows, and from how many interviews", () => {
  const raw = { score: 30, band: "beginning" as const };
  const wordsOf = (shown: "raw" | "calibrated", sessions: number) =>
    render(<LevelsShown levels={{ shown, sessions, needed: 20, raw }} />).container.textContent;
  expect(wordsOf("raw", 3)).toMatch(/^The grader’s own\. .* to 3 of the 20 interviews that calibrated ones need\.$/);
  expect(wordsOf("calibrated", 24)).toMatch(/^Calibrated, .* on 24 interviews\. The grader’s own come to 30 of 100/);
});

test("what is undefined is said to be, with the reason, and is never a zero", () => {
  const rows = [
    { key: "a", name: "Empty", agreement: agreementOf([], 3) },
    { key: "b", name: "Few", agreement: agreementOf([pair], 3) },
    {
      key: "c",
      name: "One class",
      agreement: agreementOf(
        Array.from({ length: 9 }, () => pair),
        3,
      ),
    },
  ];
  render(<AgreementLedger caption="Agreement" of="Kind" pairs="Verdicts" rows={rows} />);
  const cells = (name: string) =>
    within(screen.getByRole("row", { name: new RegExp(`^${name}`) }))
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
  expect(cells("Empty")).toEqual(["0", "none", "undefined (none)", "undefined (none)"]);
  expect(cells("Few")).toEqual(["1", "100\u00a0%", "(too few)", "(too few)"]);
  expect(cells("One class")).toEqual(["9", "100\u00a0%", "undefined (one class)", "undefined (one class)"]);
});

test("a confusion table names its rows and columns", () => {
  const confusion = [
    [5, 1, 0],
    [2, 6, 1],
    [0, 3, 9],
  ];
  render(<ConfusionTable caption="Verdicts" confusion={confusion} />);
  expect(screen.getByRole("table", { name: "Verdicts: labelled down, given across" })).toBeDefined();
  const row = screen.getByRole("row", { name: /^Partly met/ });
  expect(within(row).getByRole("rowheader").textContent).toBe("Partly met");
  expect(within(row).getAllByRole("cell").map(({ textContent }) => textContent)).toEqual(["2", "6", "1"]); // prettier-ignore
});

test("to a reviewer the candidate is the candidate, not you", () => {
  const turn = { seq: 1, speaker: "candidate" as const, text: "", questionNumber: null };
  const answer = { ...turn, kind: "answer" as const };
  const diagram = { ...turn, kind: "diagram" as const };
  const question = { ...turn, speaker: "interviewer" as const, kind: "question" as const, questionNumber: 2 };
  expect(reviewLabel([answer])).toBe("Candidate");
  expect(reviewLabel([answer, diagram])).toBe("Candidate, with a diagram");
  expect(reviewLabel([diagram])).toBe("Candidate, a diagram");
  expect(reviewLabel([{ ...turn, kind: "clarification" }])).toBe("Candidate asked");
  expect(reviewLabel([question])).toBe("Interviewer, question 2");
});
