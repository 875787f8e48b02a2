// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Numbers } from "#app/components/scorecard/findings/numbers.tsx";
import { YourWords } from "#app/components/scorecard/your-words.tsx";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { checkNumbers } from "#app/domain/grading/findings/numbers/check-numbers.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";

afterEach(cleanup);

const slip = "50,000 a day at $0.00002 is about $340 a month";
const transcript = answered(`Embedding: ${slip}. And 142 of 200 is 71 %.`);
const judged = scoreClaims(gradedScenario.rubric, [], openEvidenceGate(transcript), []);
const findings = { numbers: checkNumbers(gradedScenario, transcript), diagrams: [] };
const grade = viewGrade(gradedScenario.rubric, { ...judged, findings }, []);

test("a wrong number is marked at its words, noted beside them and listed with its sum, each linked to the other", () => {
  const page = render(
    <>
      <YourWords transcript={markTranscript(transcript, grade)} judged={new Map()} numbers={grade.numbers.wrong} />
      <Numbers numbers={grade.numbers} />
    </>,
  ).container;
  expect(page.querySelector("mark.wrong-number[data-checks]")?.textContent).toBe(slip);
  expect(page.querySelector(".note.bad")?.textContent).toContain("$30 a month, not $340 a month.");
  expect(page.querySelector(".numbers .sum s")?.textContent).toBe("$340 a month");
  expect(screen.getByText("142 ÷ 200 = 71 %.")).toBeTruthy();
  for (const link of page.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
    expect(page.querySelector(`[id="${link.hash.slice(1)}"]`)).not.toBeNull();
  }
});

test("whoever is not the candidate reads of them, and is not spoken to", () => {
  const turns = markTranscript(transcript, grade);
  const page = render(
    <>
      <YourWords transcript={turns} judged={new Map()} numbers={grade.numbers.wrong} candidate="they" />
      <Numbers numbers={grade.numbers} candidate="they" />
    </>,
  ).container;
  expect(screen.getByRole("heading", { name: "Their words" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Numbers they gave" })).toBeTruthy();
  expect(page.textContent).toContain("They said $340 a month");
  expect(page.textContent).not.toMatch(/\byou (said|gave|were)|your words/i);
});

test("nothing is shown where there are no numbers to speak of", () => {
  const { container } = render(<Numbers numbers={{ wrong: [], holding: [], unchecked: 3 }} />);
  expect(container.innerHTML).toBe("");
});
