// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { Criteria } from "#app/components/scorecard/criteria.tsx";
import { authorWords, makerWords } from "#app/components/scorecard/graded-by.tsx";
import { stepsOf } from "#app/components/scorecard/grading-steps.tsx";
import { Positions } from "#app/components/scorecard/positions.tsx";
import { firstWords, piecesOf, splitParagraphs, tieRules } from "#app/components/scorecard/ties.ts";
import { YourWords, type Judged } from "#app/components/scorecard/your-words.tsx";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import type { Claim } from "#app/domain/grading/grade.ts";
import type { MadeGrade } from "#app/domain/grading/scorecard/scorecard.ts";
import { markText } from "#app/domain/grading/scorecard/marked-text.ts";
import { scoreClaims } from "#app/domain/grading/score.ts";
import { viewGrade } from "#app/domain/grading/scorecard/grade-view.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { gradedScenario, transcriptOf } from "#test/support/graded-scenario.ts";

afterEach(cleanup);

const dialect = "The dialect hardly ever changes, so I would train it in.";
const nightly = "We fine-tune on the catalogue every night.";

const transcript = transcriptOf(
  { speaker: "interviewer", kind: "question", text: gradedScenario.opening },
  { speaker: "candidate", kind: "answer", text: `First a word.\n\n${dialect} And more.\n\n${nightly}` },
  { speaker: "candidate", kind: "diagram", text: 'flowchart LR\nA["Tables from the catalogue"] --> B["Model"]' },
);

const claim = (id: string, verdict: Claim["verdict"], quotes: string[], confidence = 0.9): Claim => ({
  id,
  verdict,
  quotes,
  confidence,
  reason: `Why ${id}.`,
});

const claims = [
  claim("dialect-is-behaviour", "met", [dialect]),
  claim("schema-is-knowledge", "partial", ['"Tables from the catalogue"'], 0.3),
  claim("trains-facts", "met", [nightly]),
  claim("shorter-prompt", "not_met", []),
];

const grade = viewGrade(
  gradedScenario.rubric,
  scoreClaims(gradedScenario.rubric, claims, openEvidenceGate(transcript), []),
  [],
);
const turns = markTranscript(transcript, grade);
const judged = new Map<string, Judged>(
  [...grade.criteria.flatMap(({ checks }) => checks), ...grade.redFlags].map((each) => [each.key, each]),
);

function showBoth() {
  return render(
    <>
      <Criteria criteria={grade.criteria} redFlags={grade.redFlags} words={firstWords(turns)} />
      <YourWords transcript={turns} judged={judged} />
    </>,
  ).container;
}

test("every mark, check and note of one thing carries its key, and their links lead to each other", () => {
  const page = showBoth();
  const marked = page.querySelector("mark[data-checks]");
  expect(marked?.textContent).toBe(dialect);
  expect(marked?.className).toBe("met");
  expect(page.querySelectorAll('[data-checks~="A1"]')).toHaveLength(4); // check, mark, key, note
  for (const link of page.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
    expect(page.querySelector(`[id="${link.hash.slice(1)}"]`)).not.toBeNull();
  }
});

test("ids are unique, so that a link leads to one place", () => {
  const ids = [...showBoth().querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a check says its verdict, points and reason; without a quote its key is no link", () => {
  const page = showBoth();
  const check = (key: string) => within(page.querySelector<HTMLElement>(`#check-${key}`) ?? page);
  expect(check("A1").getByText("Met")).toBeTruthy();
  expect(check("A1").getByText("7 of 7")).toBeTruthy();
  expect(check("A2").getByText("Low confidence")).toBeTruthy();
  expect(check("A2").getByText("3 of 6")).toBeTruthy();
  expect(check("B1").queryByRole("link")).toBeNull();
  expect(check("B1").getByText("Why shorter-prompt.")).toBeTruthy();
});

test("a raised red flag stands with what it costs, and in the margin of the words", () => {
  const page = showBoth();
  const flag = page.querySelector<HTMLElement>("#check-AF1") ?? page;
  expect(flag.textContent).toContain("Raised");
  expect(flag.textContent).toContain("costs 5");
  expect(page.querySelector('.note.bad[data-checks="AF1"]')?.textContent).toContain("Red flag");
  expect([...page.querySelectorAll("mark.against[data-checks]")].map((mark) => mark.textContent)).toEqual([nightly]);
});

test("red flags that are not raised are counted", () => {
  const quiet = grade.redFlags.map((flag) => ({ ...flag, raised: false }));
  render(<Criteria criteria={[]} redFlags={[...quiet, ...quiet]} words={new Map()} />);
  expect(screen.getByText("None of the 2 is raised.")).toBeTruthy();
});

test("a quote from a drawing is shown with the drawing", () => {
  const caption = showBoth().querySelector("figcaption");
  expect(caption?.querySelector("mark.partial")?.textContent).toContain("Tables from the catalogue");
});

const spans = fc.array(fc.record({ start: fc.nat({ max: 60 }), length: fc.integer({ min: 1, max: 30 }) }), {
  maxLength: 6,
});
const texts = fc
  .array(fc.constantFrom("word ", "words, ", "end.\n\n", "a\nb ", "  \n \n"), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(""));

test("however marks overlap and paragraphs break, no word is lost and each mark begins and ends once", () => {
  fc.assert(
    fc.property(texts, spans, (text, cuts) => {
      const quotes = cuts
        .map(({ start, length }, at) => ({ start, end: start + length, checkKey: `A${at}`, id: `A${at}-1` }))
        .filter(({ start, end }) => text.slice(start, end).trim() !== "")
        .map((quote) => ({ ...quote, kind: "met" as const }));
      const paragraphs = splitParagraphs(markText(text, quotes));
      expect(
        paragraphs
          .flat()
          .map((segment) => segment.text)
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
      const pieces = piecesOf(paragraphs.flat());
      for (const { id } of quotes) {
        const at = (side: "begins" | "ends") => pieces.flatMap((piece) => piece[side]).filter((mark) => mark.id === id);
        expect([at("begins").length, at("ends").length]).toEqual([1, 1]);
      }
    }),
  );
});

test("one rule ties everything of a key, and nothing but a key gets into the style sheet", () => {
  expect(tieRules(["B2"])).toContain('.scorecard:has([data-checks~="B2"]:is(:hover, :focus-within, :target))');
  expect(tieRules(["B2", "AF1"]).split("\n")).toHaveLength(2);
  expect(tieRules(['"] {} </style><script>'])).toBe("");
});

test("positions come in the one order, with the condition and the approach that was argued for", () => {
  const positions = [
    { approach: "hybrid" as const, strength: "best" as const, when: "Both change." },
    { approach: "prompt" as const, strength: "weak" as const, when: "A baseline." },
  ];
  render(<Positions positions={positions} taken="hybrid" bestAfterTwist="prompt" />);
  const items = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(items[0]).toContain("PromptWeak herebest after the change");
  expect(items[1]).toContain("HybridHolds best herewhat you argued forBoth change.");
});

test("grading is shown by the step it is at, with counts where there are any", () => {
  expect(stepsOf(null).map(({ state }) => state)).toEqual(["now", "to-come", "to-come", "to-come"]);
  const steps = stepsOf({ step: "verdicts", done: 6, total: 14 });
  expect(steps.map(({ state }) => state)).toEqual(["done", "now", "to-come", "to-come"]);
  expect(steps[1]?.note).toBe("6 of 14");
});

const made: MadeGrade = {
  id: "0190a000-0000-7000-8000-000000000001",
  ...grade,
  grader: "anthropic",
  model: "some-model",
  rubricHash: "9f2c41abc",
  latencyMs: 12_340,
  costUsd: null,
  usage: null,
  gradedAt: "2026-11-21T10:00:00.000Z",
};

test("who graded says the price or that it is not known, never a guess", () => {
  expect(makerWords(made)).toBe("Anthropic grader, some-model, in 12.3 seconds, price not known.");
  expect(makerWords({ ...made, costUsd: 0.0302 })).toContain("for $0.0302");
  expect(makerWords({ ...made, grader: "offline", model: null, latencyMs: 41 })).toBe(
    "Offline grader, in 41 ms, at no cost.",
  );
});

test("agreement is with the author's labels, of the offline grader, and not measured where it is not", () => {
  const agreement = { answers: 6, verdicts: 162, exact: 0.834, weightedKappa: 0.644 };
  expect(authorWords({ grader: "offline" }, agreement)).toBe(
    "Same verdict 83\u00a0%, weighted kappa 0.64, on 162 verdicts of 6 labelled answers to this scenario.",
  );
  expect(authorWords({ grader: "anthropic" }, agreement)).toMatch(/^Not measured yet/);
  expect(authorWords({ grader: "offline" }, null)).toMatch(/^Not measured:/);
});
