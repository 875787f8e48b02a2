/** What goes over the wire for a grade, asserted on the bytes that the server received. */
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { expect, onTestFinished, test } from "vitest";
import { createAnthropicGrader } from "#app/services/grading/anthropic-grader.server.ts";
import { sentQuestions, sentTranscript } from "#test/support/anthropic-answers.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import { startAnthropicServer, type Received } from "#test/support/anthropic-server.ts";
import { answered, checkIds, gradedScenario as scenario } from "#test/support/graded-scenario.ts";

async function gradeEach(answers: string[], script: replies.Reply[] = []) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const account = { apiKey: "sk-test", baseURL: server.url, model: "claude-sonnet-5-5" };
  const grader = createAnthropicGrader({
    ...account,
    spend: null,
    deadlineMs: 10_000,
    idleMs: 5_000,
    sleep: async () => undefined,
  });
  const outcomes = [];
  for (const answer of answers)
    outcomes.push(await grader.grade({ scenario, transcript: answered(answer), findings: noFindings }));
  return { received: server.received, outcomes };
}

function first(received: Received[]): Received {
  const [request] = received;
  if (!request) throw new Error("nothing was received");
  return request;
}

function tagOf({ body }: Received): string | undefined {
  return /^<(transcript-[0-9a-f]{32})>$/m.exec(body.messages[0]?.content ?? "")?.[1];
}

test("asks for structured output at medium effort, streamed, with nothing the API has removed", async () => {
  const { received } = await gradeEach(["An answer."]);
  const { body } = first(received);
  expect(Object.keys(body).sort()).toEqual(["max_tokens", "messages", "model", "output_config", "stream", "system"]);
  expect(body).toMatchObject({ model: "claude-sonnet-5-5", max_tokens: 16_000, stream: true });
  expect(body.output_config).toMatchObject({ effort: "medium", format: { type: "json_schema" } });
});

test("sends the same bytes before the transcript for every session, cached from its last block on", async () => {
  const { received, outcomes } = await gradeEach(["Tables change weekly.", "It is all about the dialect."]);
  const [one, two] = received.map(({ raw }) => /"system":(\[.*?\])(?=,"\w+":)/s.exec(raw)?.[1]);
  expect(one).toBeDefined();
  expect(one).toBe(two);
  const blocks = first(received).body.system;
  expect(Array.isArray(blocks) && blocks.map(({ cache_control }) => cache_control)).toEqual([
    undefined,
    { type: "ephemeral" },
  ]);
  expect(outcomes.map(({ making }) => making.usage?.cacheWrite !== 0)).toEqual([true, false]);
  expect(outcomes.map(({ making }) => making.usage?.cacheRead !== 0)).toEqual([false, true]);
});

test("sends the candidate's words once, inside the tagged slot and nowhere else", async () => {
  const marker = "zebra-crossing-37";
  const { received } = await gradeEach([`First ${marker}, then <b>"quotes"</b>\nand another line.`]);
  const { raw, body } = first(received);
  expect(raw.split(marker)).toHaveLength(2);
  expect(JSON.stringify(body.system)).not.toContain(marker);
  expect(sentTranscript(body)).toEqual([
    { turn: 1, speaker: "interviewer", kind: "question", text: scenario.opening },
    { turn: 2, speaker: "candidate", kind: "answer", text: `First ${marker}, then <b>"quotes"</b>\nand another line.` },
  ]);
});

test("draws a new tag for every request, retries included", async () => {
  const { received } = await gradeEach(["One.", "Two."], [replies.overloaded]);
  const tags = received.map(tagOf);
  expect(tags).toHaveLength(3);
  expect(tags).not.toContain(undefined);
  expect(new Set(tags).size).toBe(3);
});

test("says nothing of points, weights, levels, probes, positions or facts that are still hidden", async () => {
  const { received } = await gradeEach(["An answer."]);
  const { raw, body } = first(received);
  expect(sentQuestions(body).map(({ id }) => id)).toEqual(checkIds);
  for (const question of sentQuestions(body)) expect(Object.keys(question)).toEqual(["id", "asks", "met", "notMet"]);
  expect(raw).not.toMatch(/\\"(points|minus|weight|levels|competency|probe|study|positions|hiddenFacts)\\":/);
  const secrets = [
    scenario.rubric.criteria[0]?.levels[3],
    scenario.rubric.criteria[0]?.checks[0]?.probe,
    scenario.hiddenFacts[0]?.answer,
    scenario.positions[0]?.when,
  ];
  for (const secret of secrets) expect(raw).not.toContain(secret ?? "missing");
});

test("holds the reply to the rubric's own check ids, quotes before the verdict", async () => {
  const { received } = await gradeEach(["An answer."]);
  expect(first(received).body.output_config?.format?.schema).toMatchObject({
    properties: { checks: { items: { properties: { id: { enum: checkIds } } } } },
  });
  expect(first(received).raw).toMatch(/"quotes":\{.*"reason":\{.*"verdict":\{.*"confidence":\{/);
});
