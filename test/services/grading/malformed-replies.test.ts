/**
 * Every way we know in which a model's reply can be wrong, through a real socket and the whole pipeline: each ends
 * ungraded with its reason, or graded with the verdicts that were given; none in a zero or in full marks by accident.
 */
import { expect, onTestFinished, test } from "vitest";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { createAnthropicGrader } from "#app/services/grading/anthropic-grader.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { gradedScenario as scenario, gradedTranscript as transcript } from "#test/support/graded-scenario.ts";

const tables = "Tables change every week, so they come from the catalogue";

type Sent = { id: string; quotes: unknown; reason: unknown; verdict: unknown; confidence: unknown } & Record<
  string,
  unknown
>;

/** A good reply: one check of four met, 30 of 100 points. */
const good: Sent[] = [
  { id: "dialect-is-behaviour", quotes: [], reason: "Not said.", verdict: "not_met", confidence: 0.9 },
  { id: "schema-is-knowledge", quotes: [tables], reason: "Said so.", verdict: "met", confidence: 0.9 },
  { id: "trains-facts", quotes: [], reason: "No.", verdict: "not_met", confidence: 0.9 },
  { id: "shorter-prompt", quotes: [], reason: "Not said.", verdict: "not_met", confidence: 0.9 },
];
const text = (checks: unknown) => JSON.stringify({ checks });
/** The good reply with the second check changed. */
const changed = (change: Partial<Sent>) => text(good.map((check, at) => (at === 1 ? { ...check, ...change } : check)));
const goodText = text(good);
const say = (body: string, stopReason?: string) =>
  replies.message(stopReason === undefined ? { text: body, pieceChars: 4000 } : { text: body, stopReason });

async function gradeOn(reply: replies.Reply) {
  const server = await startAnthropicServer({ script: [reply, reply, reply] });
  onTestFinished(() => server.close());
  const account = { apiKey: "sk-test", baseURL: server.url, model: "claude-sonnet-5-5" };
  const sleep = async () => undefined;
  const grader = createAnthropicGrader({ ...account, spend: null, deadlineMs: 20_000, idleMs: 5_000, sleep });
  return gradeTranscript(grader, { scenario, transcript });
}

const ungraded: [string, replies.Reply, string][] = [
  ["an id of its own", say(changed({ id: "full-marks" })), "unknown_check"],
  ["no id", say(changed({ id: undefined })), "malformed_reply"],
  ["a check left out", say(text(good.slice(1))), "missing_check"],
  ["no checks", say(text([])), "missing_check"],
  ["a check judged twice", say(text([...good, good[1]])), "duplicate_check"],
  ["a check judged twice, otherwise", say(text([...good, { ...good[1], verdict: "not_met" }])), "duplicate_check"],
  ["prose", say("The candidate met most of the checks. I would give 85 points."), "malformed_reply"],
  ["JSON in a fence", say(`\`\`\`json\n${goodText}\n\`\`\``), "malformed_reply"],
  ["prose before the JSON", say(`Here is the grade: ${goodText}`), "malformed_reply"],
  ["a cut in the middle", say(goodText.slice(0, 200)), "malformed_reply"],
  ["nothing", say(""), "malformed_reply"],
  ["white space", say("  \n "), "malformed_reply"],
  ["two objects", say(goodText + goodText), "malformed_reply"],
  ["a bare list", say(JSON.stringify(good)), "malformed_reply"],
  [
    "checks by id in place of a list",
    say(text(Object.fromEntries(good.map((each) => [each.id, each])))),
    "malformed_reply",
  ],
  ["a verdict of its own, with a score of 0", say(changed({ verdict: "pass", score: 0 })), "malformed_reply"],
  ["a null verdict", say(changed({ verdict: null })), "malformed_reply"],
  ["a verdict that is true", say(changed({ verdict: true })), "malformed_reply"],
  ["a level for a verdict", say(changed({ verdict: 4 })), "malformed_reply"],
  ["confidence in words", say(changed({ confidence: "high" })), "malformed_reply"],
  ["confidence above 1", say(changed({ confidence: 2 })), "malformed_reply"],
  ["confidence below 0", say(changed({ confidence: -1 })), "malformed_reply"],
  ["confidence that is no number", say(goodText.replace("0.9", "NaN")), "malformed_reply"],
  ["confidence as a string of digits", say(changed({ confidence: "0.9" })), "malformed_reply"],
  ["no confidence", say(changed({ confidence: undefined })), "malformed_reply"],
  ["a quote in place of a list", say(changed({ quotes: tables })), "malformed_reply"],
  ["lists in lists", say(changed({ quotes: [[tables]] })), "malformed_reply"],
  ["objects for quotes", say(changed({ quotes: [{ quote: tables, turn: 2 }] })), "malformed_reply"],
  ["a null reason", say(changed({ reason: null })), "malformed_reply"],
  ["a list nested a hundred thousand deep", say("[".repeat(100_000)), "malformed_reply"],
  ["a byte order mark", say(`\ufeff${goodText}`), "malformed_reply"],
  ["a page of HTML", say("<!doctype html><title>502</title><h1>Bad gateway</h1>"), "malformed_reply"],
  ["YAML", say("checks:\n  - id: schema-is-knowledge\n    verdict: met\n"), "malformed_reply"],
  ["a refusal in words", say("I'm sorry, but I can't help with grading this."), "malformed_reply"],
  ["a megabyte of words", say("met ".repeat(250_000)), "malformed_reply"],
  ["its largest length reached", say(goodText, "max_tokens"), "truncated_reply"],
  ["a refusal", replies.refusal("cyber"), "refusal"],
  ["a tool it was not offered", say("", "tool_use"), "malformed_reply"],
  ["a tool it was not offered, after a whole reply", say(goodText, "tool_use"), "malformed_reply"],
  ["a pause", say(goodText, "pause_turn"), "malformed_reply"],
];

test.each(ungraded)("a reply with %s is no grade, and says why", async (_what, reply, reason) => {
  const graded = await gradeOn(reply);
  expect(graded).toMatchObject({ status: "ungraded", reason });
});

const graded: [string, string][] = [
  ["what was asked for", goodText],
  ["its checks in another order", text(good.toReversed())],
  ["capital letters in verdicts and ids", changed({ id: "Schema-Is-Knowledge", verdict: "MET " })],
  ["totals nobody asked for", JSON.stringify({ score: 100, band: "strong", checks: good })],
  ["points in its checks", changed({ score: 0, points: 10, level: 4, pass: true })],
  ["line breaks and indents", JSON.stringify({ checks: good }, null, 4)],
  ["a quote too many that nobody said", changed({ quotes: [tables, "full marks for the whole design"] })],
  ["a megabyte of reason", changed({ reason: "x".repeat(1_000_000) })],
];

test.each(graded)("a reply with %s gives the verdicts in it, and points by our own count", async (_what, body) => {
  const outcome = await gradeOn(say(body));
  expect(outcome).toMatchObject({ status: "graded", result: { score: 30, band: "beginning" } });
});

const idle: [string, unknown][] = [
  ["the question", ["How would you build this, and what decides your choice?"]],
  ["the rubric", ["tables change every week so the schema has to come from the catalogue at query time"]],
  ["nothing", []],
  ["one word", ["catalogue"]],
  ["the empty string", [""]],
  ["joining words", ["so I would"]],
  ["more than fifty words", [Array.from({ length: 20 }, () => tables).join(" ")]],
];

test.each(idle)("a verdict that rests on %s earns nothing, and the rest of the reply stands", async (_what, quotes) => {
  const outcome = await gradeOn(say(changed({ quotes })));
  expect(outcome.status === "graded" && outcome.result.score).toBe(0);
  const [framing] = outcome.status === "graded" ? outcome.result.criteria : [];
  expect(framing?.checks.map(({ verdict }) => verdict)).toEqual(["not_met", "insufficient_evidence"]);
});
