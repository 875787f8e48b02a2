import { expect, onTestFinished, test } from "vitest";
import { findAskedFacts } from "#app/services/interview/find-asked-facts.server.ts";
import * as replies from "#test/support/anthropic-replies.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { gradedScenario } from "#test/support/graded-scenario.ts";

const { hiddenFacts } = gradedScenario;
const unforeseen = "Is the ground we stand on any different on Mondays?";

async function ask(question: string, script: Reply[]) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const account = { apiKey: "sk-test", baseURL: server.url, model: "claude-sonnet-5-5" };
  const facts = await findAskedFacts(hiddenFacts, question, { account, spend: null });
  return { told: facts.map(({ id }) => id), received: server.received };
}

test("a model names the fact that no word of the question gave away, and is told no answer", async () => {
  const { told, received } = await ask(unforeseen, [replies.message({ text: '{"asked":["schema-change"]}' })]);
  expect(told).toEqual(["schema-change"]);
  expect(received[0]?.raw).toContain(unforeseen);
  expect(received[0]?.raw).not.toContain(hiddenFacts[0]?.answer);
  expect(received[0]?.body.output_config).toMatchObject({ format: { type: "json_schema" } });
});

test("what is found by its words is not asked of a model", async () => {
  const { told, received } = await ask("Do the tables change?", []);
  expect(told).toEqual(["schema-change"]);
  expect(received).toHaveLength(0);
});

test.each([
  ["an invented name", replies.message({ text: '{"asked":["the-rubric"]}' })],
  ["words", replies.message({ text: "Tables change every week." })],
  ["an overloaded API", replies.overloaded],
  ["a reply that is cut off", replies.cutMidStream],
  ["a refusal", replies.refusal("cyber")],
])("on %s nothing is told", async (_name, reply) => {
  expect((await ask(unforeseen, [reply])).told).toEqual([]);
});

test("without an account the words of the question decide alone", async () => {
  expect(await findAskedFacts(hiddenFacts, unforeseen, { account: null, spend: null })).toEqual([]);
});
