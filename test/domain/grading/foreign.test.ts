/** Parts of an answer that speak of another situation, on every shipped scenario. */
import { expect, test } from "vitest";
import { openEvidenceGate } from "#app/domain/grading/evidence/evidence.ts";
import { foreignIn, withoutForeign } from "#app/domain/grading/evidence/foreign/foreign-runs.ts";
import { belonging, situationOf } from "#app/domain/grading/evidence/foreign/situation-words.ts";
import { meaningsOf, ordinaryShare } from "#app/domain/grading/evidence/foreign/ordinary-words.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { candidateTurns, type Transcript } from "#app/domain/interview/transcript.ts";
import { wordsIn } from "#app/domain/text/words.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { readLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";

const { scenarios } = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const known = scenarios.map(({ scenario }) => scenario);
const honest = new Set(["strong", "partial", "right-label-wrong-reasons", "confidently-wrong"]);

function answerTo({ calibration }: LibraryScenario, name: string): Transcript {
  return calibration.find((answer) => answer.name === name)?.transcript ?? [];
}

function saidIn(transcript: Transcript): string {
  return candidateTurns(transcript)
    .filter(({ kind }) => kind === "answer")
    .map(({ text }) => text)
    .join("\n\n");
}

const foreignTo = (scenario: Scenario, transcript: Transcript) => foreignIn(scenario, transcript, known);

/** The first answer of a transcript, and what follows it. */
function saying(transcript: Transcript, change: (text: string) => string): Transcript {
  const first = candidateTurns(transcript).find(({ kind }) => kind === "answer");
  return transcript.map((turn) => (turn === first ? { ...turn, text: change(turn.text) } : turn));
}

const wordsOf = (text: string) => wordsIn(text).length;

function foreignWords(entry: LibraryScenario, transcript: Transcript): number {
  const foreign = foreignTo(entry.scenario, transcript);
  return transcript.reduce(
    (sum, { seq, text }) =>
      sum + (foreign.get(seq) ?? []).reduce((all, { start, end }) => all + wordsOf(text.slice(start, end)), 0),
    0,
  );
}

/** Every scenario with every other. */
const pairs = scenarios.flatMap((asked) =>
  scenarios.filter((other) => other !== asked).map((other) => ({ asked, other })),
);

test("nothing that the honest calibration answers say is taken for another situation", () => {
  for (const entry of scenarios) {
    for (const { name, transcript } of entry.calibration.filter(({ name }) => honest.has(name))) {
      expect([...foreignTo(entry.scenario, transcript)], `${entry.scenario.slug} ${name}`).toEqual([]);
    }
  }
});

test("nine words in ten of another scenario's strong answer are", () => {
  let [foreign, pasted] = [0, 0];
  for (const { asked, other } of pairs) {
    const own = answerTo(asked, "partial");
    const paste = saidIn(answerTo(other, "strong"));
    foreign += foreignWords(
      asked,
      saying(own, () => paste),
    );
    pasted += wordsOf(paste);
  }
  expect(pairs.length).toBeGreaterThanOrEqual(56);
  expect(foreign / pasted).toBeGreaterThan(0.9);
});

test("one sentence, and a short paragraph, about another situation are let pass", () => {
  const aside =
    "At my last company we ran a hotel booking engine, and the concierge staff rewrote every guest itinerary by hand. ";
  for (const entry of scenarios) {
    const transcript = saying(answerTo(entry, "strong"), (text) => `${aside}${text}`);
    expect([...foreignTo(entry.scenario, transcript)], entry.scenario.slug).toEqual([]);
  }
});

test("what is foreign is no evidence, and one's own words beside it still are", () => {
  const [asked, other] = scenarios;
  if (!asked || !other) throw new Error("there are two scenarios");
  const paste = saidIn(answerTo(other, "strong"));
  const transcript = saying(answerTo(asked, "strong"), (text) => `${text}\n\n${paste}`);
  const [turn] = candidateTurns(transcript);
  const foreign = foreignTo(asked.scenario, transcript);
  const [span] = foreign.get(turn?.seq ?? 0) ?? [];
  const quote = turn?.text.slice(span?.start, span?.end).split(" ").slice(0, 12).join(" ") ?? "";
  expect(openEvidenceGate(transcript, { foreign })([quote]).dropped).toEqual([quote]);
  expect(openEvidenceGate(transcript, { foreign, rules: [] })([quote]).dropped).toEqual([]);
  const own = candidateTurns(transcript).at(-1)?.text.split(" ").slice(0, 8).join(" ") ?? "";
  expect(openEvidenceGate(transcript, { foreign })([own]).dropped).toEqual([]);
});

test("blanks stand where it was, so that every other word stays in its place", () => {
  const [asked, other] = scenarios;
  if (!asked || !other) throw new Error("there are two scenarios");
  const transcript = saying(answerTo(asked, "partial"), (text) => `${saidIn(answerTo(other, "strong"))}\n\n${text}`);
  const left = withoutForeign(transcript, foreignTo(asked.scenario, transcript));
  for (const [at, { text }] of left.entries()) {
    const whole = transcript[at]?.text ?? "";
    expect(text).toHaveLength(whole.length);
    expect(Array.from(text).every((letter, nth) => letter === "\n" || letter === whole[nth])).toBe(true);
  }
  expect(saidIn(left)).not.toBe(saidIn(transcript));
  expect(withoutForeign(answerTo(asked, "partial"), new Map())).toBe(answerTo(asked, "partial"));
});

test("the scorecard notes it, and notes nothing on an honest answer", async () => {
  const [asked, other] = scenarios;
  if (!asked || !other) throw new Error("there are two scenarios");
  const { scenario } = asked;
  const own = answerTo(asked, "partial");
  const flagsOf = async (transcript: Transcript) => {
    const graded = await gradeTranscript(offlineGrader, { scenario, transcript, known });
    return graded.status === "graded" ? graded.result.flags : [];
  };
  expect(await flagsOf(own)).not.toContain("about_another_situation");
  expect(await flagsOf(saying(own, () => saidIn(answerTo(other, "strong"))))).toContain("about_another_situation");
});

test("a scenario that says hardly anything of itself calls nothing foreign", () => {
  const [asked, other] = scenarios;
  if (!asked || !other) throw new Error("there are two scenarios");
  const { criteria } = asked.scenario.rubric;
  const thin = { ...asked.scenario, brief: "Choose.", hiddenFacts: [], rubric: { criteria: criteria.slice(0, 1) } };
  expect(foreignTo(asked.scenario, answerTo(other, "strong")).size).toBeGreaterThan(0);
  expect(foreignTo(thin, answerTo(other, "strong")).size).toBe(0);
});

test("however far an answer goes, it is about this situation while no other that is known says it better", () => {
  const [asked, other] = scenarios;
  if (!asked || !other) throw new Error("there are two scenarios");
  const paste = saying(answerTo(asked, "partial"), () => saidIn(answerTo(other, "strong")));
  expect(foreignIn(asked.scenario, paste, known).size).toBeGreaterThan(0);
  expect(foreignIn(asked.scenario, paste, [asked.scenario]).size).toBe(0);
});

test("a word of the situation belongs to it, one of another does not, and an ordinary one hardly tells", () => {
  const review = scenarios.find(({ scenario }) => scenario.slug === "code-review-assistant")?.scenario;
  if (!review) throw new Error("the scenario is shipped");
  const situation = situationOf(review);
  const [own = "", ordinary = "", foreign = ""] = meaningsOf("reviewers model harpsichord");
  expect(belonging(own, situation)).toBeGreaterThan(belonging(ordinary, situation));
  expect(belonging(ordinary, situation)).toBeGreaterThan(belonging(foreign, situation));
  expect(belonging(foreign, situation)).toBeLessThan(0);
  expect(ordinaryShare(ordinary)).toBeGreaterThan(ordinaryShare(foreign));
});

test("a drawing inside an answer is not taken for another situation", () => {
  const parts = [
    "P[Parser]",
    "K[Chunker]",
    "V[(Vector store)]",
    "R[Reranker]",
    "G[Generator]",
    "W[Webhook]",
    "Z[Queue]",
  ];
  const lines = parts.flatMap((part, at) => [`  N${at}${part} --> M${at}["Worker ${at} of the pool, region ${at}"]`]);
  const drawing = [
    "```mermaid",
    "flowchart LR",
    ...lines,
    ...lines.map((line) => line.replaceAll("N", "B")),
    "```",
  ].join("\n");
  for (const entry of scenarios) {
    const drawn = saying(answerTo(entry, "partial"), (text) => `${text}\n\n${drawing}`);
    expect([...foreignTo(entry.scenario, drawn)], entry.scenario.slug).toEqual([]);
  }
});
