// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DiagramFindings } from "#app/components/scorecard/findings/diagram-findings.tsx";
import type { Candidate } from "#app/components/scorecard/candidate-words.ts";
import { viewDiagrams } from "#app/domain/grading/scorecard/diagram-view.ts";
import { readDiagrams } from "#app/domain/grading/findings/read-diagrams.ts";
import { markTranscript } from "#app/domain/grading/scorecard/marked-transcript.ts";
import { gradedScenario, transcriptOf } from "#test/support/graded-scenario.ts";

afterEach(cleanup);

const rules = ["retrieves-before-generation", "rerank-after-retrieval", "fallback-when-nothing-found"] as const;
const scenario = { ...gradedScenario, diagramRules: [...rules] };
const keyed = [{ checks: [{ key: "A2", id: "schema-is-knowledge" }] }];
const rubric = {
  criteria: gradedScenario.rubric.criteria.map((criterion) => ({
    ...criterion,
    checks: criterion.checks.map((check) =>
      check.id === "schema-is-knowledge" ? { ...check, diagramRule: rules[1] } : check,
    ),
  })),
};

const show = (...sources: string[]) => showTo("you", sources);

function showTo(candidate: Candidate, sources: readonly string[]) {
  const transcript = transcriptOf(
    ...sources.map((text) => ({ speaker: "candidate" as const, kind: "diagram" as const, text })),
  );
  const diagrams = viewDiagrams(readDiagrams(scenario, transcript), keyed, rubric);
  return render(
    <DiagramFindings diagrams={diagrams} transcript={markTranscript(transcript, null)} candidate={candidate} />,
  );
}

test("says of each rule whether it holds, is broken or is not drawn, with its lines and its check", () => {
  show("flowchart LR\nX[Reranker] --> S[Search]\nS --> L[LLM]");
  const items = screen.getAllByRole("listitem").filter((item) => item.className.startsWith("found-rule"));
  expect(items.map((item) => item.textContent)).toEqual([
    "Retrieval comes before generationHoldslines 2 and 3Retrieval in line 2 leads to the generator in line 3.",
    "Reranking comes after retrieval and before generationBrokenline 2A2The reranker in line 2 comes before retrieval in line 2.",
    "There is a way out when nothing is foundNot drawnNo way out is drawn for when nothing good is found.",
  ]);
  expect(screen.getByText(/1 of 3 rules are kept, 1 broken, 1 not drawn\./)).toBeDefined();
  expect(screen.getByRole("link", { name: "To check A2" }).getAttribute("href")).toBe("#check-A2");
});

test("the outline of the drawing stays, so that it can be read without a script", () => {
  const { container } = show("flowchart LR\nS[Search] --> L[LLM]");
  expect(within(container).getByText("Flowchart, left to right: 2 boxes, 1 arrow")).toBeDefined();
});

test("another kind of diagram is shown and marked as not analysed", () => {
  const { container } = show("sequenceDiagram\nA->>B: hi");
  expect(container.textContent).toContain("Not analysed. This is a sequence diagram: only flowcharts are read");
  expect(container.textContent).toContain("A->>B: hi");
});

test("whoever is not the candidate reads of them, and is not spoken to", () => {
  const { container } = showTo("they", ["flowchart LR\nA --> B", "sequenceDiagram\nA->>B: hi"]);
  expect(screen.getByRole("heading", { name: "The diagrams they drew" })).toBeDefined();
  expect(container.textContent).toContain("their words are judged as they are");
  expect(container.textContent).not.toMatch(/\byour?\b/i);
});

test("of several, the newest that was read is the one that counts", () => {
  const { container } = show("flowchart LR\nA --> B", "flowchart LR\nC --> D", 'pie\n"a": 1');
  const counts = [...container.querySelectorAll(".drawn")].map((each) => each.textContent?.includes("This one counts"));
  expect(counts).toEqual([false, true, false]);
});

test("nothing is shown where nothing was drawn", () => {
  expect(show().container.innerHTML).toBe("");
});
