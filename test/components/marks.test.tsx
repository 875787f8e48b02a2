// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ApproachMark } from "#app/components/ui/approach.tsx";
import { BandScale, ScoreWords } from "#app/components/ui/band-scale.tsx";
import { LevelRuler } from "#app/components/ui/level-ruler.tsx";
import { QuestionStrokes } from "#app/components/ui/question-strokes.tsx";
import { VerdictMark } from "#app/components/ui/verdict.tsx";
import { bandOf } from "#app/domain/grading/score.ts";
import { approaches } from "#app/domain/scenarios/approach.ts";

afterEach(cleanup);

test("a level is said in words beside its ruler, to one decimal where it lies between two", () => {
  const { container, rerender } = render(<LevelRuler level={3} />);
  expect(container.textContent).toBe("Level 3 of 4");
  rerender(<LevelRuler level={2.36} />);
  expect(container.textContent).toBe("Level 2.4 of 4");
});

test("no level is no dot and not a zero", () => {
  const { container, rerender } = render(<LevelRuler level={null} />);
  expect(container.textContent).toBe("No level yet");
  expect(container.querySelector("circle")).toBeNull();
  rerender(<LevelRuler level={0} />);
  expect(container.textContent).toBe("Level 0 of 4");
  expect(container.querySelector("circle")).not.toBeNull();
});

test("the bands of the scale are as wide as their part of the score and fill it", () => {
  const { container } = render(<BandScale score={61} band="proficient" />);
  const bands = [...container.querySelectorAll<HTMLElement>(".band-scale > span")];
  expect(bands.map((band) => [band.textContent, band.style.flexBasis])).toEqual([
    ["Beginning", "40%"],
    ["Developing", "20%"],
    ["Proficient", "20%"],
    ["Strong", "20%"],
  ]);
  expect(container.querySelector<HTMLElement>("i")?.style.left).toBe("61%");
});

test("at a band's lower edge the stroke stands in the band that is named", () => {
  for (const score of [0, 39, 40, 59, 60, 79, 80, 100]) {
    const { container, unmount } = render(<BandScale score={score} band={bandOf(score)} />);
    const bands = [...container.querySelectorAll<HTMLElement>(".band-scale > span")];
    const reached = bands.findIndex((band) => band.className === "reached");
    const from = bands.slice(0, reached).reduce((sum, band) => sum + Number.parseFloat(band.style.flexBasis), 0);
    const width = Number.parseFloat(bands[reached]?.style.flexBasis ?? "0");
    expect(score).toBeGreaterThanOrEqual(from);
    expect(score).toBeLessThanOrEqual(from + width);
    expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(new RegExp(`^${score} of 100, `));
    unmount();
  }
});

test("the score stands in two lines of words", () => {
  const { container } = render(<ScoreWords score={61} band="proficient" />);
  expect([...container.querySelectorAll("p")].map((line) => line.textContent)).toEqual(["61 of 100", "Proficient"]);
});

test("the strokes tell how many questions are answered and which one is asked", () => {
  const { container } = render(<QuestionStrokes question={3} of={5} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe("2 of 5 questions answered");
  expect([...container.querySelectorAll("i")].map((stroke) => stroke.className)).toEqual([
    "done",
    "done",
    "current",
    "",
    "",
  ]);
});

test("a verdict is a glyph and a word, and a raised flag may use its own", () => {
  const { container, rerender } = render(<VerdictMark verdict="insufficient_evidence" />);
  expect(container.textContent).toBe("Not enough evidence");
  expect(container.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
  rerender(<VerdictMark verdict="met" words="Raised" />);
  expect(container.textContent).toBe("Raised");
});

test("each approach has a shape of its own", () => {
  const { container } = render(
    <>
      {approaches.map((approach) => (
        <ApproachMark key={approach} approach={approach} />
      ))}
    </>,
  );
  const shapes = new Set([...container.querySelectorAll("svg")].map((svg) => svg.innerHTML));
  expect(shapes.size).toBe(approaches.length);
  expect(container.textContent).toBe("PromptRAGFine-tuneHybrid");
});
