import { expect, onTestFinished, test } from "vitest";
import { wordQuestion, type QuestionToWord } from "#app/services/interview/word-question.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { answered, gradedScenario as scenario } from "#test/support/graded-scenario.ts";

const plan = { kind: "probe" as const, authored: "A column was renamed yesterday. What happens?" };
const model = "claude-sonnet-5-5";
const sound = "You would look tables up. So a column gets a new name overnight: what does your system do?";

async function word(script: Reply[], changes: Partial<QuestionToWord> = {}) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const account = { apiKey: "sk-test", baseURL: server.url, model };
  const shown: string[] = [];
  const worded = await wordQuestion({
    account,
    spend: null,
    scenario,
    transcript: answered("I would look tables up."),
    plan,
    onText: (soFar) => shown.push(soFar),
    ...changes,
  });
  return { worded, shown, received: server.received };
}

test("streams the model's words for the planned question", async () => {
  const { worded, shown } = await word([replies.message({ text: `${sound}\n`, pieceChars: 9, thinking: "Hm." })]);
  expect(worded).toMatchObject({ text: sound, voice: model, fault: null });
  expect(worded.costUsd).toBeGreaterThan(0);
  expect(shown.length).toBeGreaterThan(5);
  for (const soFar of shown) expect(`${sound}\n`.startsWith(soFar)).toBe(true);
});

test("asks briefly, and sends the authored question without the rubric", async () => {
  const { received } = await word([replies.message({ text: sound })]);
  const body = received[0]?.body;
  expect(body).toMatchObject({ model, stream: true, output_config: { effort: "low" } });
  expect(received[0]?.raw).toContain(plan.authored);
  for (const { asks, met } of scenario.rubric.criteria.flatMap(({ checks }) => checks)) {
    for (const secret of [asks, ...met]) expect(received[0]?.raw).not.toContain(secret);
  }
});

test.each([
  ["no account", null],
  ["an account without a key", { apiKey: null, model }],
])("with %s the authored words stand, and nothing is wrong", async (_name, account) => {
  const { worded, received } = await word([], { account });
  expect(worded).toEqual({ text: plan.authored, voice: "authored", fault: null, usage: null, costUsd: null });
  expect(received).toHaveLength(0);
});

const faults: [string, Reply, string][] = [
  ["an overloaded API", replies.overloaded, "overloaded"],
  ["a rate limit", replies.rateLimited("60"), "rate_limited"],
  ["a wrong key", replies.wrongKey, "wrong_key"],
  ["a rejected request", replies.apiError(400, "invalid_request_error", "no"), "request_rejected"],
  ["a refusal", replies.refusal("cyber"), "refusal"],
  ["a reply at its largest length", replies.cutAtMaxTokens("What"), "truncated_reply"],
  ["a reset connection", replies.resetConnection, "network"],
  ["a cut stream", replies.cutMidStream, "network"],
  ["a stream that ends early", replies.endEarly, "network"],
  ["a garbled event", replies.garbage, "malformed_reply"],
  ["an error event", replies.errorEvent("overloaded_error"), "overloaded"],
  ["no words", replies.message({ text: "" }), "empty"],
  ["a lecture", replies.message({ text: `${"and so on ".repeat(40)}?` }), "too_long"],
  ["two questions", replies.message({ text: "What? Why?" }), "not_one_question"],
];

test.each(faults)("falls back to the authored words after %s, at once", async (_name, reply, fault) => {
  const { worded, received } = await word([reply]);
  expect(worded).toMatchObject({ text: plan.authored, voice: "authored", fault });
  expect(received).toHaveLength(1);
});

test.each([
  ["goes silent", replies.stallMidStream, { idleMs: 100 }],
  ["takes too long", replies.message({ text: sound, pings: { count: 500, everyMs: 10 } }), { deadlineMs: 150 }],
])("falls back when the model %s", async (_name, reply, limits) => {
  const { worded } = await word([reply], limits);
  expect(worded).toMatchObject({ text: plan.authored, voice: "authored", fault: "timeout" });
});

test("stops showing words where they begin to give the rubric away, and does not use them", async () => {
  const text = "Do you see that tables change every week so the schema has to come from the catalogue?";
  const { worded, shown } = await word([replies.message({ text, pieceChars: 4 })]);
  expect(worded).toMatchObject({ text: plan.authored, voice: "authored", fault: "rubric_words" });
  expect(worded.usage).not.toBeNull();
  expect(shown.length).toBeGreaterThan(0);
  for (const soFar of shown) expect(soFar).not.toContain("every week so");
});

test("gives the authored words when the caller gives up", async () => {
  const controller = new AbortController();
  const begun = replies.stallMidStream;
  const { worded } = await word([begun], { signal: controller.signal, onText: () => controller.abort() });
  expect(worded).toMatchObject({ text: plan.authored, voice: "authored", fault: "cancelled" });
});

test("what holds a candidate's number against them is shown only once it is known to be right", async () => {
  const number = { kind: "wrong_number" as const, authored: "You said $340. Take 50,000 × $0.00002. What comes out?" };
  const right = await word([replies.message({ text: "$340; and what do 50,000 × $0.00002 make?", pieceChars: 5 })], {
    plan: number,
  });
  expect([right.worded.fault, right.shown]).toEqual([null, []]);
  const told = await word([replies.message({ text: "$340? No: 50,000 × $0.00002 makes $1.", pieceChars: 5 })], {
    plan: number,
  });
  expect(told.worded).toMatchObject({ text: number.authored, voice: "authored", fault: "answer_given" });
  expect(told.shown).toEqual([]);
});
