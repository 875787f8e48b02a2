/** What the grader relies on in the SDK. A new version that changes one of these fails here, by name. */
import Anthropic, { AnthropicError, APIConnectionError, APIError, APIUserAbortError } from "@anthropic-ai/sdk";
import { expect, onTestFinished, test, vi } from "vitest";
import * as replies from "#test/support/anthropic-replies.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";

const params = {
  model: "claude-sonnet-5-5",
  max_tokens: 100,
  messages: [{ role: "user" as const, content: "a private answer" }],
};

async function connect(script: Reply[], options: ConstructorParameters<typeof Anthropic>[0] = {}) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const client = new Anthropic({ apiKey: "sk-test", baseURL: server.url, maxRetries: 2, logLevel: "off", ...options });
  return { server, client };
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable("the call should have failed"),
    (error: unknown) => error,
  );
}

function recordLog() {
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  return { lines, logger: { error: write, warn: write, info: write, debug: write } };
}

test("sends the key as a bearer token with the API version of 1.x", async () => {
  const { server, client } = await connect([replies.message({ text: "hello" })]);
  const message = await client.messages.stream(params).finalMessage();
  expect(message.content).toMatchObject([{ type: "text", text: "hello" }]);
  expect(server.received[0]?.headers).toMatchObject({
    authorization: "Bearer sk-test",
    "anthropic-version": "2026-10-21",
  });
  expect(server.received[0]?.headers["x-api-key"]).toBeUndefined();
});

test("an aborted signal rejects with APIUserAbortError and keeps the partial message", async () => {
  const { client } = await connect([replies.stallMidStream]);
  const controller = new AbortController();
  const stream = client.messages.stream(params, { signal: controller.signal });
  stream.on("text", () => controller.abort());
  expect(await failureOf(stream.finalMessage())).toBeInstanceOf(APIUserAbortError);
  expect(stream.currentMessage?.usage.input_tokens).toBeGreaterThan(0);
});

test("a cut stream is a plain AnthropicError with a cause, and is not retried", async () => {
  const { server, client } = await connect([replies.cutMidStream]);
  const error = await failureOf(client.messages.stream(params).finalMessage());
  expect(error).toBeInstanceOf(AnthropicError);
  expect(error).not.toBeInstanceOf(APIConnectionError);
  expect(error).toMatchObject({ message: "terminated", cause: expect.any(TypeError) as unknown });
  expect(server.received).toHaveLength(1);
});

test("a stream that ends early is silent to for-await and a rejection of finalMessage", async () => {
  const { client } = await connect([replies.endEarly]);
  const stream = client.messages.stream(params);
  for await (const event of stream) expect(event.type).not.toBe("message_stop");
  expect(await failureOf(stream.finalMessage())).toBeInstanceOf(AnthropicError);
});

test("an error event inside a stream is an APIError with a type, without a status, and is not retried", async () => {
  const { server, client } = await connect([replies.errorEvent("overloaded_error")]);
  const error = await failureOf(client.messages.stream(params).finalMessage());
  expect(error).toBeInstanceOf(APIError);
  expect(error).not.toBeInstanceOf(Anthropic.OverloadedError);
  expect(error).toMatchObject({ status: undefined, type: "overloaded_error" });
  expect(server.received).toHaveLength(1);
});

test("a garbled event is an AnthropicError caused by a SyntaxError, and its text goes to logger.error", async () => {
  const { lines, logger } = recordLog();
  const { client } = await connect([replies.garbage], { logger, logLevel: "error" });
  const error = await failureOf(client.messages.stream(params).finalMessage());
  expect(error).toMatchObject({ name: "AnthropicError", cause: expect.any(SyntaxError) as unknown });
  expect(JSON.stringify(lines)).toContain("this is not JSON");
});

test("a connection that is reset before headers is an APIConnectionError with the system's code below it", async () => {
  const { client } = await connect([replies.resetConnection], { maxRetries: 0 });
  const error = await failureOf(client.messages.stream(params).finalMessage());
  expect(error).toBeInstanceOf(APIConnectionError);
  expect(error).toMatchObject({ cause: { cause: { code: expect.any(String) as unknown } } });
});

test("its timeout does not cover a stream that stalls after the headers; a signal does", async () => {
  const { client } = await connect([replies.stallAfterHeaders], { timeout: 1_000, maxRetries: 0 });
  const stream = client.messages.stream(params, { signal: AbortSignal.timeout(1_500) });
  expect(await failureOf(stream.finalMessage())).toBeInstanceOf(APIUserAbortError);
});

test("without retries a status is reported at once, with headers, type and the API's message", async () => {
  const { server, client } = await connect([replies.rateLimited("7"), replies.overloaded], { maxRetries: 0 });
  const limited = await failureOf(client.messages.stream(params).finalMessage());
  expect(limited).toMatchObject({ status: 429, type: "rate_limit_error", requestID: "req_1" });
  expect(limited instanceof APIError && (limited.headers as Headers).get("retry-after")).toBe("7");
  const overloaded = await failureOf(client.messages.stream(params).finalMessage());
  expect(overloaded).toMatchObject({ status: 529, type: "overloaded_error", apiMessage: "Overloaded" });
  expect(server.received).toHaveLength(2);
});

test("a format without a parse function leaves truncated text and refusals as they are", async () => {
  const { client } = await connect([replies.cutAtMaxTokens('{"checks":['), replies.refusal("cyber")]);
  const format = { type: "json_schema" as const, schema: { type: "object" } };
  const ask = () => client.messages.stream({ ...params, output_config: { format } }).finalMessage();
  expect(await ask()).toMatchObject({ stop_reason: "max_tokens", content: [{ text: '{"checks":[' }] });
  expect(await ask()).toMatchObject({ stop_reason: "refusal", stop_details: { category: "cyber" } });
});

test("pings do not come through as events, and thinking comes before text", async () => {
  const { client } = await connect([replies.message({ text: "hi", thinking: "hm", pings: { count: 3, everyMs: 0 } })]);
  const stream = client.messages.stream(params);
  const types = new Set<string>();
  for await (const event of stream) types.add(event.type);
  expect(types).not.toContain("ping");
  expect((await stream.finalMessage()).content.map(({ type }) => type)).toEqual(["thinking", "text"]);
});

test("its log holds request bodies at debug and nothing when it is off, whatever ANTHROPIC_LOG says", async () => {
  vi.stubEnv("ANTHROPIC_LOG", "debug");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { lines, logger } = recordLog();
  const loud = await connect([replies.message({ text: "hi" })], { logger, logLevel: "debug" });
  await loud.client.messages.stream(params).finalMessage();
  expect(JSON.stringify(lines)).toContain("a private answer");
  lines.length = 0;
  const quiet = await connect([replies.garbage], { logger, logLevel: "off" });
  await failureOf(quiet.client.messages.stream(params).finalMessage());
  expect(lines).toEqual([]);
});

test.each([
  ["temperature", { temperature: 1 }],
  ["top_p", { top_p: 0.9 }],
  ["top_k", { top_k: 5 }],
  ["tool_choice", { tool_choice: { type: "any" } }],
  ["thinking", { thinking: { type: "enabled", budget_tokens: 1024 } }],
  ["prefilling", { messages: [...params.messages, { role: "assistant" as const, content: "{" }] }],
])("the test server refuses %s as the API does", async (named, extra) => {
  const { client } = await connect([]);
  const error = await failureOf(client.messages.stream({ ...params, ...extra } as typeof params).finalMessage());
  expect(error).toMatchObject({ status: 400, type: "invalid_request_error" });
  expect(error instanceof APIError && error.apiMessage).toContain(named);
});
