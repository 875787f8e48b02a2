// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { announcement, leftAt } from "#app/components/room/clock/counting-down.ts";
import { FeedbackNotes } from "#app/components/room/practice/feedback.tsx";
import type { AnswerFeedback, RoomTurn } from "#app/components/room/room-view.ts";
import { Transcript } from "#app/components/room/transcript.tsx";
import { LateText } from "#app/components/transcript/late-text.tsx";

afterEach(cleanup);

const minuteMs = 60_000;

test("the time left never grows between two figures of the server, and never falls below nothing", () => {
  const ms = fc.integer({ min: 0, max: 3 * 60 * minuteMs });
  fc.assert(
    fc.property(ms, fc.array(fc.integer({ min: -minuteMs, max: 90 * minuteMs })), (remainingMs, steps) => {
      const sinceMs = 5_000;
      for (const step of steps) {
        const left = leftAt({ remainingMs, sinceMs }, sinceMs + step);
        expect(left).toBe(Math.max(0, Math.min(remainingMs, remainingMs - step)));
      }
    }),
  );
});

test("five minutes, one minute and the end are said once each, whatever is skipped between two looks", () => {
  expect(announcement(5 * minuteMs + 1, 5 * minuteMs)).toBe("5 minutes left.");
  expect(announcement(5 * minuteMs, 5 * minuteMs - 1_000)).toBeNull();
  expect(announcement(10 * minuteMs, 30_000)).toBe("One minute left.");
  expect(announcement(30_000, 0)).toContain("Time is up.");
  expect(announcement(0, 0)).toBeNull();
});

const wrong = {
  key: "No1",
  quote: { text: "$340 a month", seq: 2, start: 0, end: 12 },
  claimed: "$340 a month",
  computed: "$30 a month",
  sum: "50,000 × $0.00002 × 30 = $30",
  note: "",
};
const feedback: AnswerFeedback = {
  afterSeq: 2,
  isAskedAbout: false,
  showed: [{ id: "gap", title: "Locates the gap", verdict: "met", quotes: ["It lacks the articles."] }],
  wrong: [wrong],
  drawn: [
    { seq: 3, notRead: null, rules: [{ title: "Retrieval first", verdict: "broken", message: "Nothing reaches it." }] },
  ],
  points: 4.5,
  maxPoints: 40,
};

test("feedback quotes the candidate's words, gives the right value, and says whose reading it is", () => {
  const { container } = render(<FeedbackNotes feedback={feedback} />);
  expect(container.querySelector("mark")?.textContent).toBe("It lacks the articles.");
  expect(container.textContent).toContain("Number check: $30 a month, not $340 a month.");
  expect(container.textContent).toContain("Retrieval first. Nothing reaches it.");
  expect(container.textContent).toContain("So far 4.5 of 40 points of the rubric.");
  expect(container.textContent).toContain("The offline grader’s reading, an estimate");
});

test("while the interviewer asks about a number, the feedback does not give away what it comes to", () => {
  const { container } = render(<FeedbackNotes feedback={{ ...feedback, isAskedAbout: true }} />);
  expect(container.textContent).toContain("$340 a month is not what it comes to.");
  expect(container.textContent).not.toContain("$30");
});

test("feedback stands below the answer it is about, and a hint says which of three it is", () => {
  const turn = (seq: number, changes: Partial<RoomTurn>): RoomTurn => {
    const text = `Turn ${seq}.`;
    return { seq, speaker: "interviewer", kind: "question", text, questionNumber: null, authored: true, ...changes };
  };
  const turns = [
    turn(1, { questionNumber: 1 }),
    turn(2, { speaker: "candidate", kind: "answer" }),
    turn(3, { questionNumber: 2 }),
    turn(4, { kind: "hint", hintNumber: 2 }),
  ];
  const { container } = render(<Transcript turns={turns} feedback={[feedback]} />);
  expect([...container.querySelectorAll(".who")].map(({ textContent }) => textContent)).toEqual([
    "Interviewer, question 1",
    "You",
    "The offline grader’s reading, an estimate",
    "Interviewer, question 2",
    "Hint 2 of 3: a direction",
  ]);
});

test("what came too late is shown as that, words and drawing", () => {
  render(<LateText late={{ text: "First.\n\nSecond.", diagram: "A --> B", at: new Date(0).toISOString() }} />);
  const late = screen.getByRole("region", { name: "Arrived after time, not graded" });
  expect(late.querySelectorAll("p")).toHaveLength(2);
  expect(late.textContent).toContain("A --> B");
});
