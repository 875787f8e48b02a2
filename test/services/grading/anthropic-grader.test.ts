import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { expect, onTestFinished, test, vi } from "vitest";
import type { GraderReply, GradingProgress } from "#app/domain/grading/grader.ts";
import { createAnthropicGrader, type AnthropicGraderSettings } from "#app/services/grading/anthropic-grader.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { answered, checkIds, gradedScenario as scenario, gradedTranscript } from "#test/support/graded-scenario.ts";

const apiKey = "sk-ant-api03-a-secret-key";
const input = { scenario, transcript: gradedTranscript, findings: noFindings };
const quote = "Tables change every week";
const goodText = replies.gradeText(scenario.rubric, { "schema-is-knowledge": { verdict: "met", quotes: [quote] } });
const good = replies.message({ text: goodText });

async function graderOver(script: Reply[], settings: Partial<AnthropicGraderSettings> = {}) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const account = { apiKey, baseURL: server.url, model: "claude-sonnet-5-5" };
  const grader = createAnthropicGrader({
    ...account,
    spend: null,
    deadlineMs: 10_000,
    idleMs: 5_000,
    sleep,
    ...settings,
  });
  return { server, waits, grader };
}

function ungraded(reply: GraderReply) {
  if (reply.ok) throw new Error("was graded");
  return reply;
}

function graded(reply: GraderReply) {
  if (!reply.ok) throw new Error(`was not graded: ${reply.message}`);
  return reply;
}

test("turns a good reply into one claim a question, with tokens and cost", async () => {
  const usage = {
    input_tokens: 1000,
    cache_creation_input_tokens: 2000,
    cache_read_input_tokens: 0,
    output_tokens: 400,
  };
  const { grader, server } = await graderOver([replies.message({ text: goodText, usage, thinking: "Let me see." })]);
  const { claims, making } = graded(await grader.grade(input));
  expect(claims.map(({ id }) => id)).toEqual(checkIds);
  expect(claims[1]).toEqual({
    id: "schema-is-knowledge",
    verdict: "met",
    quotes: [quote],
    reason: "Said so.",
    confidence: 0.9,
  });
  expect(making).toMatchObject({ model: "claude-sonnet-5-5", promptVersion: "grading-2" });
  expect(making.usage).toEqual({ input: 1000, cacheWrite: 2000, cacheRead: 0, output: 400 });
  expect(making.costUsd).toBeCloseTo((1000 * 2 + 2000 * 2.5 + 400 * 10) / 1_000_000, 12);
  expect(server.received).toHaveLength(1);
});

test("reports each check as its verdict comes in, from none again when it has to start over", async () => {
  const seen: GradingProgress[] = [];
  const { grader } = await graderOver([replies.overloaded, replies.message({ text: goodText, pieceChars: 7 })]);
  await grader.grade(input, { onProgress: (progress) => seen.push(progress) });
  expect(seen).toEqual([0, 0, 1, 2, 3, 4].map((done) => ({ step: "verdicts", done, total: 4 })));
});

const passing: [string, Reply][] = [
  ["a 408", replies.apiError(408, "timeout_error", "Request timeout")],
  ["a 409", replies.apiError(409, "conflict_error", "Conflict")],
  ["a 429 with a short wait", replies.rateLimited("1")],
  ["a 500", replies.apiError(500, "api_error", "Internal server error")],
  ["a 503 of a proxy that is not JSON", ({ response }) => void response.writeHead(503).end("<h1>Unavailable</h1>")],
  ["a 529", replies.overloaded],
  ["an overloaded event in the stream", replies.errorEvent("overloaded_error")],
  ["an api_error event in the stream", replies.errorEvent("api_error")],
  ["a reset before headers", replies.resetConnection],
  ["a cut stream", replies.cutMidStream],
  ["a stream that ends early", replies.endEarly],
  ["a garbled event", replies.garbage],
  ["a reply that is not JSON", replies.message({ text: "I would say met." })],
  ["an empty reply", replies.message({ text: "" })],
  ["a reply at its largest length", replies.cutAtMaxTokens('{"checks":[')],
  ["a reply without some checks", replies.message({ text: '{"checks":[]}' })],
];

test.each(passing)("grades on the second attempt after %s", async (_name, reply) => {
  const { grader, server } = await graderOver([reply, good]);
  const { claims } = graded(await grader.grade(input));
  expect(claims).toHaveLength(4);
  expect(server.received).toHaveLength(2);
});

const lasting: [string, Reply, { reason: string; says: RegExp; calls: number }][] = [
  ["a 401", replies.wrongKey, { reason: "wrong_key", says: /did not accept the key.*ANTHROPIC_API_KEY/, calls: 1 }],
  [
    "a 403",
    replies.apiError(403, "permission_error", "No access"),
    { reason: "wrong_key", says: /No access/, calls: 1 },
  ],
  [
    "a 402",
    replies.apiError(402, "billing_error", "Pay"),
    { reason: "budget_spent", says: /budget is spent/, calls: 1 },
  ],
  [
    "a 400",
    replies.apiError(400, "invalid_request_error", "effort: not supported by this model"),
    { reason: "request_rejected", says: /400 invalid_request_error.*effort: not supported by this model/, calls: 1 },
  ],
  [
    "a 404",
    replies.apiError(404, "not_found_error", "model: claude-none"),
    { reason: "request_rejected", says: /ANTHROPIC_MODEL.*model: claude-none/, calls: 1 },
  ],
  [
    "a 413",
    replies.apiError(413, "request_too_large", "Too big"),
    { reason: "request_rejected", says: /Too big/, calls: 1 },
  ],
  [
    "a refusal",
    replies.refusal("cyber"),
    { reason: "refusal", says: /declined to answer \(category: cyber\)/, calls: 1 },
  ],
  [
    "a refusal without a category",
    replies.refusal(null),
    { reason: "refusal", says: /declined to answer\.$/, calls: 1 },
  ],
  [
    "a full context window",
    replies.message({ text: "", stopReason: "model_context_window_exceeded" }),
    { reason: "request_rejected", says: /longer than this model can read/, calls: 1 },
  ],
  [
    "429s",
    replies.rateLimited("1"),
    { reason: "rate_limited", says: /limiting.*Tried 3 times\. Try again after/, calls: 3 },
  ],
  ["529s", replies.overloaded, { reason: "overloaded", says: /overloaded.*Tried 3 times\./, calls: 3 }],
  [
    "overloaded events",
    replies.errorEvent("overloaded_error"),
    { reason: "overloaded", says: /is overloaded \(overloaded_error\)/, calls: 3 },
  ],
  [
    "500s",
    replies.apiError(500, "api_error", "Oops"),
    { reason: "overloaded", says: /a fault of its own \(500 api_error\)/, calls: 3 },
  ],
  [
    "resets",
    replies.resetConnection,
    { reason: "network", says: /at 127\.0\.0\.1:\d+ could not be reached/, calls: 3 },
  ],
  ["cut streams", replies.cutMidStream, { reason: "network", says: /ended before the reply was complete/, calls: 3 }],
  ["early ends", replies.endEarly, { reason: "network", says: /ended before the reply was complete/, calls: 3 }],
  ["garbled events", replies.garbage, { reason: "malformed_reply", says: /could not be read/, calls: 3 }],
  [
    "replies that are not JSON",
    replies.message({ text: "{" }),
    { reason: "malformed_reply", says: /is not JSON/, calls: 2 },
  ],
  [
    "truncated replies",
    replies.cutAtMaxTokens("{"),
    { reason: "truncated_reply", says: /cut off.*Tried 2 times/, calls: 2 },
  ],
  [
    "replies without a check",
    replies.message({ text: goodText.replace(/,\{"id":"shorter-prompt".*\}(?=\])/, "") }),
    { reason: "missing_check", says: /leaves out 1 check of 4: shorter-prompt/, calls: 2 },
  ],
  [
    "replies with a check of their own",
    replies.message({ text: goodText.replace("trains-facts", "gives-full-marks") }),
    { reason: "unknown_check", says: /names 1 check that the rubric does not have/, calls: 2 },
  ],
  [
    "replies that judge a check twice",
    replies.message({ text: goodText.replace("trains-facts", "shorter-prompt") }),
    { reason: "duplicate_check", says: /judges more than once: shorter-prompt/, calls: 2 },
  ],
];

test.each(lasting)("leaves the session ungraded after %s", async (_name, reply, { reason, says, calls }) => {
  const { grader, server } = await graderOver([reply, reply, reply, good]);
  const outcome = ungraded(await grader.grade(input));
  expect(outcome.reason).toBe(reason);
  expect(outcome.message).toMatch(says);
  expect(server.received).toHaveLength(calls);
});

test("takes the API's word for it that waiting will not help", async () => {
  const hinted = replies.apiError(529, "overloaded_error", "Overloaded", { "x-should-retry": "false" });
  const { grader, server } = await graderOver([hinted, good]);
  expect(ungraded(await grader.grade(input)).reason).toBe("overloaded");
  expect(server.received).toHaveLength(1);
});

test("a spend limit is a spent budget, though it comes as a 429", async () => {
  const details = { error_code: "contract_spend_limit_reached" };
  const error = { type: "rate_limit_error", message: "Spend limit reached", details };
  const { grader, server } = await graderOver([
    ({ response }) => void response.writeHead(429).end(JSON.stringify({ type: "error", error })),
  ]);
  expect(ungraded(await grader.grade(input)).reason).toBe("budget_spent");
  expect(server.received).toHaveLength(1);
});

test("repairs a reply once, even with an attempt to spare", async () => {
  const { grader, server } = await graderOver([replies.overloaded, replies.message({ text: "{" }), replies.overloaded]);
  expect(ungraded(await grader.grade(input)).reason).toBe("overloaded");
  expect(server.received[0]?.body.messages[0]?.content).not.toContain("could not be used");
  expect(server.received[2]?.body.messages[0]?.content).toContain("could not be used. The model's reply is not JSON.");
});

test("waits longer each time, and as long as the API asks", async () => {
  const { grader, waits } = await graderOver([replies.overloaded, replies.overloaded, good]);
  graded(await grader.grade(input));
  expect(waits[0]).toSatisfy((ms: number) => ms >= 375 && ms <= 500);
  expect(waits[1]).toSatisfy((ms: number) => ms >= 750 && ms <= 1000);
  const limited = await graderOver([replies.rateLimited("4"), good]);
  graded(await limited.grader.grade(input));
  expect(limited.waits).toEqual([4000]);
});

test("does not wait beyond its deadline, and says when to try again", async () => {
  const now = () => new Date("2026-11-21T14:03:30Z");
  const { grader, waits, server } = await graderOver([replies.rateLimited("100"), good], { now });
  const outcome = ungraded(await grader.grade(input));
  expect(outcome).toMatchObject({ reason: "rate_limited" });
  expect(outcome.message).toContain("Try again after 2026-11-21 14:06 UTC.");
  expect(waits).toEqual([]);
  expect(server.received).toHaveLength(1);
});

test("reads a retry-after that is a date", async () => {
  const now = () => new Date("2026-11-21T14:00:00Z");
  const { grader, waits } = await graderOver([replies.rateLimited("Sat, 21 Nov 2026 14:00:03 GMT"), good], { now });
  graded(await grader.grade(input));
  expect(waits).toEqual([3000]);
});

test.each([
  ["after the headers", replies.stallAfterHeaders],
  ["in mid-stream", replies.stallMidStream],
  ["before the headers", () => undefined],
])("tries again when the stream stalls %s", async (_name, stall) => {
  const { grader, server } = await graderOver([stall, good], { idleMs: 800 });
  graded(await grader.grade(input));
  expect(server.received).toHaveLength(2);
});

test("gives up when every attempt stalls", async () => {
  const stall = replies.stallMidStream;
  const { grader, server } = await graderOver([stall, stall, stall], { idleMs: 100 });
  const outcome = ungraded(await grader.grade(input));
  expect(outcome).toMatchObject({
    reason: "timeout",
    message: "The model sent nothing for 0.1 seconds. Tried 3 times.",
  });
  expect(server.received).toHaveLength(3);
});

test("pings keep a silent stream alive", async () => {
  const thinkingLong = replies.message({ text: goodText, pings: { count: 30, everyMs: 30 } });
  const { grader, server } = await graderOver([thinkingLong], { idleMs: 600 });
  graded(await grader.grade(input));
  expect(server.received).toHaveLength(1);
});

test("ends at the deadline however lively the stream is", async () => {
  const endless = replies.message({ text: goodText, pings: { count: 1000, everyMs: 10 } });
  const { grader, server } = await graderOver([endless], { deadlineMs: 200 });
  const outcome = ungraded(await grader.grade(input));
  expect(outcome).toMatchObject({ reason: "timeout", message: "The model did not answer within 0.2 seconds." });
  expect(server.received).toHaveLength(1);
});

test("adds up the tokens and the cost of every attempt", async () => {
  const usage = { input_tokens: 100, cache_creation_input_tokens: 0, cache_read_input_tokens: 900, output_tokens: 50 };
  const { grader } = await graderOver([
    replies.message({ text: "{", usage }),
    replies.cutMidStream,
    replies.message({ text: goodText, usage }),
  ]);
  const { making } = graded(await grader.grade(input));
  // The cut stream had told its input tokens, and one token of output, when it broke.
  const cut = making.usage;
  expect(cut?.output).toBe(50 + 1 + 50);
  expect(cut?.cacheRead).toBeGreaterThan(1800);
  expect(making.costUsd).toBeGreaterThan((200 * 2 + 1800 * 0.1 + 100 * 10) / 1_000_000);
});

test("knows no cost for a model without a price, and no tokens where the API told none", async () => {
  const strange = await graderOver([good], { model: "my-gateway/model" });
  expect(graded(await strange.grader.grade(input)).making).toMatchObject({ costUsd: null, usage: { cacheRead: 0 } });
  const refused = await graderOver([replies.wrongKey]);
  expect(ungraded(await refused.grader.grade(input)).making).toMatchObject({ costUsd: null, usage: null });
});

test("takes its prices from the caller where they are given", async () => {
  const prices = { asOf: "2026-11-21", models: { mine: { input: 0, output: 1e6, cacheWrite: 0, cacheRead: 0 } } };
  const usage = { output_tokens: 3 };
  const { grader } = await graderOver([replies.message({ text: goodText, usage })], { model: "mine", prices });
  expect(graded(await grader.grade(input)).making.costUsd).toBe(3);
});

test.each([
  ["no key", null, "no_key"],
  ["an empty key", "", "no_key"],
  ["a key with a line break", "sk-ant-secret\nvalue", "wrong_key"],
])("calls nobody with %s, and does not repeat it", async (_name, key, reason) => {
  const { grader, server } = await graderOver([good], { apiKey: key });
  const outcome = ungraded(await grader.grade(input));
  expect(outcome).toMatchObject({ reason, making: { usage: null } });
  expect(outcome.message).not.toContain("secret");
  expect(server.received).toHaveLength(0);
});

test("keeps the key and the candidate's words out of messages, whatever the API says", async () => {
  const said = "The dialect hardly ever changes, so I would train it in";
  const leaks = [`bad key ${apiKey}`, `messages.0.content: unexpected "${said}"`];
  for (const leak of leaks) {
    const { grader } = await graderOver([replies.apiError(400, "invalid_request_error", leak)]);
    const { message } = ungraded(await grader.grade(input));
    expect(message).toBe("The model's API rejected the request (400 invalid_request_error).");
  }
});

test("writes nothing to the console, whatever the stream holds and ANTHROPIC_LOG says", async () => {
  vi.stubEnv("ANTHROPIC_LOG", "debug");
  onTestFinished(() => void vi.unstubAllEnvs());
  const spies = (["debug", "info", "log", "warn", "error"] as const).map((name) => vi.spyOn(console, name));
  onTestFinished(() => void vi.restoreAllMocks());
  const { grader } = await graderOver([replies.garbage, good]);
  graded(await grader.grade({ scenario, transcript: answered("A secret of mine."), findings: noFindings }));
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test("rejects with the caller's reason when the caller gives up", async () => {
  const controller = new AbortController();
  const { grader } = await graderOver([replies.stallMidStream]);
  const outcome = grader.grade(input, {
    signal: controller.signal,
    onProgress: () => controller.abort("shutting down"),
  });
  await expect(outcome).rejects.toBe("shutting down");
});
