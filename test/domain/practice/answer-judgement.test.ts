import { expect, test } from "vitest";
import { judgeCard, judgeDrill, rubricOfDrills } from "#app/domain/practice/answer-judgement.ts";
import { cardFromDrill, cardsFromGrade, type CardContent } from "#app/domain/practice/card.ts";
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { answered, gradedScenario } from "#test/support/graded-scenario.ts";
import { makeDrill } from "#test/support/drill.ts";

async function cardsOf(text: string) {
  const graded = await gradeTranscript(offlineGrader, { scenario: gradedScenario, transcript: answered(text) });
  if (graded.status !== "graded") throw new Error("The offline grader always grades.");
  return cardsFromGrade({ scenario: gradedScenario, scenarioHash: "h", result: graded.result });
}

async function schemaCard(): Promise<CardContent> {
  const card = (await cardsOf("I would think about it.")).find(
    ({ key }) => key === "check:house-dialect/schema-is-knowledge",
  );
  if (!card) throw new Error("Nothing was said of it, so it was missed.");
  return card.content;
}

test("each check that is not met in full becomes a card with its probe, and a met one does not", async () => {
  const cards = await cardsOf("Tables change every week so the schema has to come from the catalogue at query time.");
  const keys = cards.map(({ key }) => key);
  expect(keys).toContain("check:house-dialect/shorter-prompt");
  expect(keys).not.toContain("check:house-dialect/schema-is-knowledge");
  expect(await schemaCard()).toMatchObject({
    kind: "check",
    title: "Questions in, our SQL out",
    question: "A column was renamed yesterday. Walk me through what happens.",
    counts: "Schema is knowledge",
    study: "knowledge-or-behaviour#freshness",
  });
});

test("a wrong sum becomes a card with what was given, and its answer needs number and unit", async () => {
  const cards = await cardsOf("120,000 queries/day × $0.001 = $300 a day.");
  const content = cards.find(({ key }) => key.startsWith("number:"))?.content;
  expect(content).toMatchObject({
    kind: "number",
    claimed: "$300 a day",
    computed: "$120 a day",
    facts: [{ value: 120_000 }],
  });
  if (!content) return;
  expect(judgeCard(content, "120,000 times a tenth of a cent is $120 a day", null)).toMatchObject({ verdict: "met" });
  expect(judgeCard(content, "It is 120.", null)).toMatchObject({ verdict: "partial", quotes: [{ text: "120" }] });
  expect(judgeCard(content, "120", null)).toMatchObject({ verdict: "partial", quotes: [{ text: "120" }] });
  expect(judgeCard(content, "$300 a day", null)).toMatchObject({ verdict: "not_met" });
  expect(judgeCard(content, "a lot", null)).toMatchObject({ verdict: "not_met", reason: "There is no number in it." });
});

test("a card's answer is judged with a quote, beside the rubric it came from and without it", async () => {
  const content = await schemaCard();
  const said = "The tables change every week, so the schema comes from the catalogue when the query is made.";
  for (const rubric of [gradedScenario.rubric, null]) {
    const { verdict, quotes } = judgeCard(content, said, rubric);
    expect(verdict).toBe("met");
    for (const { start, end, text } of quotes) expect(said.slice(start, end)).toBe(text);
    expect(quotes.length).toBeGreaterThan(0);
    expect(judgeCard(content, "I like databases.", rubric).verdict).toBe("not_met");
  }
});

test("not knowing is said plainly and judged as nothing", async () => {
  const content = await schemaCard();
  for (const answer of ["", "I don't know.", "No idea", "I do not remember"]) {
    expect(judgeCard(content, answer, null)).toMatchObject({ verdict: "not_met", quotes: [] });
  }
});

const started = new Date("2026-11-21T10:00:00.000Z");
const after = (ms: number) => ({ startedAt: started, endedAt: new Date(started.getTime() + ms) });

test("the right approach counts with its reason only, and another one not at all", () => {
  const drill = makeDrill();
  const judge = (approach: "rag" | "prompt", reason: string) =>
    judgeDrill({ drill, drills: [drill] }, { approach, reason, ...after(20_000) });
  const right = judge("rag", drill.examples.right.reason);
  expect(right).toMatchObject({ outcome: "right", verdict: "met", overTime: false, tookMs: 20_000 });
  expect(right.quotes.length).toBeGreaterThan(0);
  expect(judge("rag", drill.examples.wrong.reason).outcome).toBe("reason_missing");
  expect(judge("rag", "").outcome).toBe("reason_missing");
  expect(judge("prompt", drill.examples.right.reason)).toMatchObject({ outcome: "other_approach", quotes: [] });
});

test("a defensible other approach counts with its own condition", () => {
  const [rag] = makeDrill().accepts;
  if (!rag) throw new Error("The drill accepts one.");
  const condition = "The voice has to be held and prompting has failed at it.";
  const hybrid = {
    approach: "hybrid" as const,
    condition,
    met: [condition, "Voice is trained since prompts miss it."],
    notMet: ["Both are best."],
  };
  const drill = makeDrill({ accepts: [rag, hybrid] });
  const judge = (approach: "rag" | "hybrid") =>
    judgeDrill(
      { drill, drills: [drill] },
      { approach, reason: "The voice has to be held, and prompting has failed at it.", ...after(1) },
    );
  expect(judge("hybrid").outcome).toBe("right");
  expect(judge("rag").outcome).not.toBe("right");
});

test("an answer after the minute is taken and marked", () => {
  const drill = makeDrill();
  const late = judgeDrill({ drill, drills: [drill] }, { ...drill.examples.right, ...after(70_000) });
  expect(late).toMatchObject({ outcome: "right", overTime: true });
});

test("a drill's card is judged beside the drills there are, and by itself once they are gone", () => {
  const drill = makeDrill();
  const { key, content } = cardFromDrill(drill);
  expect(key).toBe("drill:weekly-notes");
  for (const rubric of [rubricOfDrills([drill]), null]) {
    expect(judgeCard(content, drill.examples.right.reason, rubric).verdict).toBe("met");
  }
});

test("a grade without anything missed leaves no cards", () => {
  const result = { score: 0, band: "beginning" as const, criteria: [], flags: [], findings: noFindings };
  const rest = { secondLook: null, calibrated: null, reviewedSessions: 0 };
  expect(cardsFromGrade({ scenario: gradedScenario, scenarioHash: "h", result: { ...result, ...rest } })).toEqual([]);
});
