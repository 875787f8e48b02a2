// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CandidateResult } from "#app/components/hiring/result/candidate-result.tsx";
import { GateWords, GraderLevel } from "#app/components/hiring/results/gate-words.tsx";
import { ReasonField } from "#app/components/hiring/results/reason-field.tsx";
import { refusedOf, type ResultsTold } from "#app/components/hiring/results/results-told.ts";
import { markReadings } from "#app/domain/hiring/candidate-view.ts";
import { previewOf } from "#app/domain/hiring/candidate-result.ts";
import { transcriptOf } from "#test/support/graded-scenario.ts";

afterEach(cleanup);

const gate = { isValidated: false, words: "Not validated: 3 sessions.", hides: false };

test("a grader's level never stands without the mark until it is validated", () => {
  const { container, rerender } = render(<GraderLevel level={3} gate={gate} />);
  expect(container.textContent).toBe("Grader 3, not validated");
  rerender(<GraderLevel level={3} gate={{ ...gate, isValidated: true }} />);
  expect(container.textContent).toBe("Grader 3");
});

test("where the grader's levels are hidden it is said that they are, and why", () => {
  render(<GateWords gate={{ ...gate, hides: true }} />);
  expect(
    screen.getByText(/are hidden: this team shows them only once they are validated\. Not validated/),
  ).toBeTruthy();
});

test("a reason that is refused is still there, with what is wrong tied to it", () => {
  render(<ReasonField label="Why" fewest={3} most={10} given="no" error="Say why." />);
  const field = screen.getByRole("textbox", { name: "Why" });
  expect(field).toHaveProperty("value", "no");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const described = field.getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(described)?.textContent).toBe("Say why.");
});

test("a refusal belongs to the form it was of, and to the criterion it was about", () => {
  const given = { intent: "change-level", criterion: "framing", level: "", outcome: "", reason: "no", words: "" };
  const told: ResultsTold = { tone: "refused", message: "Not kept.", fields: {}, given };
  expect(refusedOf(told, "change-level", "framing")).toBe(told);
  expect(refusedOf(told, "change-level", "economics")).toBeNull();
  expect(refusedOf(told, "decide")).toBeNull();
  expect(refusedOf({ tone: "done", message: "Done." }, "decide")).toBeNull();
});

test("words that two reviewers rest one criterion on are marked once, and each quote leads to its mark", () => {
  const text = "First the rules. Then the format.";
  const turns = transcriptOf({ speaker: "candidate", kind: "answer", text });
  const seq = turns[0]?.seq ?? 0;
  const framing = { id: "framing", key: "A" };
  const [whole, part] = [
    { seq, start: 0, end: 16, text: "First the rules." },
    { seq, start: 6, end: 33, text: "the rules. Then the format." },
  ];
  const other = { criterion: { id: "economics", key: "B" }, quote: whole };
  const { transcript, markOf } = markReadings(turns, [
    { criterion: framing, quote: whole },
    { criterion: framing, quote: part },
    other,
  ]);
  const segments = transcript[0]?.segments ?? [];
  expect(segments.map((segment) => segment.text).join("")).toBe(text);
  expect(segments.map(({ marks }) => marks.map(({ id }) => id))).toEqual([["A-1", "B-1"], ["A-1"]]);
  expect([markOf("A", whole), markOf("A", part), markOf("B", whole)]).toEqual(["A-1", "A-1", "B-1"]);
});

test("a level that an appeal changed is marked with the one before, and is told once", () => {
  const appeal = { reason: "I named it.", answered: { answer: "You did.", level: 3, at: "2026-11-22T00:00:00.000Z" } };
  const changed = { from: 1, at: "2026-11-22T00:00:00.000Z" };
  const criterion = { id: "framing", title: "Framing", level: 3, says: "So.", lift: "More.", study: [] };
  const shown = { ...criterion, changed, appeal, mayAppeal: false };
  const result = {
    sentAt: "2026-11-21T00:00:00.000Z",
    policy: { levels: true, words: true, study: true, appeal: true },
    words: null,
    version: 1,
    appealUntil: null,
    isWithdrawn: false,
    parts: [{ sessionId: "s", title: "Desk", criteria: [shown] }],
  };
  render(<CandidateResult result={result} team="Acme" />);
  expect(screen.getAllByText("Level 3 of 4")).toHaveLength(1);
  expect(screen.getByText("Changed after your appeal").parentElement?.textContent).toContain("first given level 1");
  expect(screen.getByText("You did.")).toBeTruthy();
});

test("a preview shows what would be sent and offers nothing to contest", () => {
  const criterion = { id: "framing", title: "Framing", level: 2, says: "So.", lift: "More.", study: [] };
  const policy = { levels: true, words: true, study: true, appeal: true };
  const version = {
    sentAt: "2026-11-22T00:00:00.000Z",
    policy,
    words: "Hello.",
    parts: [{ sessionId: "s", title: "Desk", criteria: [criterion] }],
  };
  const preview = previewOf(version, 2);
  expect(preview).toMatchObject({ version: 2, words: "Hello.", appealUntil: null });
  expect(preview.parts[0]?.criteria[0]).toEqual({ ...criterion, changed: null, appeal: null, mayAppeal: false });
});
