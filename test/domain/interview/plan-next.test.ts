import { expect, test } from "vitest";
import { planNext, type Reading } from "#app/domain/interview/plan-next.ts";
import type { Contradiction, WrongNumber } from "#app/domain/interview/lead-in.ts";
import { saysNotKnowing } from "#app/domain/interview/not-knowing.ts";
import { answerQuestion, startInterview } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { wordingFault, rubricRuns } from "#app/domain/interview/wording.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { makeScenario } from "#test/support/scenario.ts";

const scenario = makeScenario({ twist: undefined });
const [framing, economics] = scenario.rubric.criteria;
const open: Reading = { verdicts: new Map() };

/** The interview after these answers, with what was said to each. */
function after(answers: readonly string[], reading: Reading = open, played: Scenario = scenario): Turn[] {
  const turns = startInterview(played);
  for (const text of answers) {
    const step = answerQuestion({ phase: "answering", turns }, { text, diagram: "", seenSeq: turns.length }, (soFar) =>
      planNext(played, soFar, reading),
    );
    if (!step.ok) throw new Error(step.reason);
    turns.push(...step.added);
  }
  return turns;
}

const number: WrongNumber = {
  seq: 2,
  claimed: "$340 a month",
  facts: "50,000 × $0.00002 × 30 days",
  kind: "sum",
  criterionIds: [economics?.id ?? "missing"],
};
const contradiction: Contradiction = {
  earlier: { seq: 2, quote: "I'd go with RAG here." },
  later: { seq: 4, quote: "We should fine-tune the model." },
};

test("a wrong number is held up with what it rests on, never with what comes out, for an open check of its criterion", () => {
  const asked = after(["It is about $340 a month."], { ...open, wrongNumbers: [number] }).at(-1);
  expect(asked).toMatchObject({ kind: "question", move: "wrong_number" });
  expect(asked?.text).toContain("$340 a month");
  expect(asked?.text).toContain("50,000 × $0.00002 × 30 days");
  expect(asked?.text).not.toMatch(/\$30\b|wrong|mistake|incorrect/i);
  expect(economics?.checks.map(({ id }) => id)).toContain(asked?.checkId);
});

test("a wrong number is held up once an interview, and not at all where nothing is open that it belongs to", () => {
  const reading = { ...open, wrongNumbers: [number] };
  const moves = after(["$340 a month.", "Still $340.", "$340, I say."], reading).map(({ move }) => move);
  expect(moves.filter((move) => move === "wrong_number")).toHaveLength(1);
  const met = new Map(economics?.checks.map(({ id }) => [id, "met"] as const));
  expect(after(["$340 a month."], { ...reading, verdicts: met }).at(-1)).toMatchObject({ move: "probe" });
});

test("two sayings that do not agree are quoted side by side, once, for an open check", () => {
  const turns = after(["I'd go with RAG here.", "We should fine-tune the model.", "Hm."], { ...open, contradiction });
  const asked = turns.filter(({ move }) => move === "contradiction");
  expect(asked).toHaveLength(1);
  expect(asked[0]?.text).toContain("I'd go with RAG here.");
  expect(asked[0]?.text).toContain("We should fine-tune the model.");
  expect(asked[0]?.checkId).not.toBeNull();
});

test("what a candidate said in the rubric's own words is not said back", () => {
  const quote = "Tables change every week so the schema has to come from the catalogue at query time.";
  const reading = { ...open, contradiction: { ...contradiction, later: { seq: 4, quote } } };
  expect(after([quote], reading).at(-1)).toMatchObject({ move: "probe" });
});

test.each(["I don't know.", "No idea, sorry.", "Can I skip this one?", "idk"])("accepts “%s” and asks on", (text) => {
  const turns = after(["It depends.", text]);
  const [, , asked, , next] = turns;
  expect(next).toMatchObject({ kind: "question", move: "accepts_not_knowing" });
  expect(next?.checkId).not.toBe(asked?.checkId);
  const probe = scenario.rubric.criteria.flatMap(({ checks }) => checks).find(({ id }) => id === next?.checkId)?.probe;
  expect(next?.text.endsWith(probe ?? "missing")).toBe(true);
  expect(wordingFault(next?.text ?? "", rubricRuns(scenario.rubric))).toBeNull();
});

test("a check that was met with not knowing is never probed again", () => {
  const aims = after(["I don't know.", "Pass.", "No idea."]).flatMap(({ checkId }) => checkId ?? []);
  expect(new Set(aims).size).toBe(aims.length);
});

test.each([
  "Retrieve the top five clauses, pass them to the model, cite each one.",
  "A prompt cannot tell new policies apart.",
  "The model cannot answer from stale text.",
  "I take RAG over my own tuned model.",
  "I don't know the price, but I would take last month's invoices.",
  "I'm not sure, perhaps the old manuals were in the index.",
  "Nobody knows; that is why the first week goes into a test set.",
])("somebody who reasons on has answered: %s", (text) => {
  expect(saysNotKnowing(text)).toBe(false);
});

test("a long answer of which little bears on the matter is brought back, a long one to the point is not", () => {
  const long = "My uncle kept a small hotel by the sea, and the plumbing gave up every summer. ".repeat(8);
  expect(after([long], { ...open, bearing: 0.1 }).at(-1)).toMatchObject({ move: "back_to_the_point" });
  expect(after([long], { ...open, bearing: 0.9 }).at(-1)).toMatchObject({ move: "probe" });
  expect(after(["My uncle kept a hotel."], { ...open, bearing: 0 }).at(-1)).toMatchObject({ move: "probe" });
});

test("a twist comes after its answers, never before one, and what is held up does not push it out", () => {
  const twisted = makeScenario({ followUps: 1 });
  expect(planNext(twisted, startInterview(twisted), open)).toMatchObject({ move: "probe" });
  const due = makeScenario({ followUps: 1, twist: { after: 1, change: "It grows.", asks: "And now?" } });
  expect(after(["I'd go with RAG here."], { ...open, contradiction }, due).at(-1)).toMatchObject({ kind: "twist" });
  const room = makeScenario({ followUps: 2, twist: { after: 1, change: "It grows.", asks: "And now?" } });
  const kinds = after(["I'd go with RAG here.", "Fine."], { ...open, contradiction }, room).map(({ move }) => move);
  expect(kinds).toEqual(["opening", undefined, "contradiction", undefined, "twist"]);
});

test("the same answers are met with the same words, and lead-ins vary", () => {
  const answers = ["I don't know.", "Pass.", "No idea."];
  expect(after(answers)).toEqual(after(answers));
  const leads = after(answers).flatMap(({ move, text }) =>
    move === "accepts_not_knowing" ? [text.split(".")[0]] : [],
  );
  expect(new Set(leads).size).toBe(leads.length);
  expect(framing?.checks.length).toBeGreaterThan(1);
});
