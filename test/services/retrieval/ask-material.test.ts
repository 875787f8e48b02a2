import { afterAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { askMaterial, type AskEvent } from "#app/services/retrieval/ask-material.server.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { message, overloaded, stallMidStream, type MessagesBody, type Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
const model = await startAnthropicServer();
Object.assign(process.env, {
  EMBEDDINGS: "none",
  ANTHROPIC_API_KEY: "key-that-opens-nothing",
  ANTHROPIC_BASE_URL: model.url,
  LOG_LEVEL: "silent",
});
useTestDatabase();
afterAll(async () => {
  await closeEmbedder();
  await model.close();
});

let viewers = 0;
function makeViewer(): Viewer {
  viewers += 1;
  return { id: `viewer-${viewers}`, name: "Ada", isGuest: true, email: null, emailVerified: false, memberships: [] };
}
const question = "which cache key is a hash of the wording";

type Given = { name: string; of: string; text: string };

function givenIn({ messages }: MessagesBody): Given[] {
  const lines = messages.flatMap(({ content }) => content.split("\n")).filter((line) => line.startsWith('{"name"'));
  return lines.map((line) => JSON.parse(line) as Given);
}

/** A reply made of what the model was given. */
function replying(write: (given: Given[]) => (Record<string, unknown> | string)[], parts = {}): Reply {
  return (exchange) => {
    const lines = write(givenIn(exchange.body)).map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
    return message({ text: lines.join("\n"), ...parts })(exchange);
  };
}

const firstWords = (text: string, count: number) => text.split(/\s+/).slice(0, count).join(" ");
const holding = ([first]: Given[]) => ({
  says: "It finds only the same wording.",
  passage: first?.name,
  quote: firstWords(first?.text ?? "", 8),
});

async function ask(viewer = makeViewer(), asked = question): Promise<AskEvent[]> {
  const result = await askMaterial(viewer, asked);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  const events: AskEvent[] = [];
  for await (const event of result.events) events.push(event);
  return events;
}

test("sentences whose quotes hold are shown with their passage, and the others are counted", async () => {
  model.reply(
    replying((given) => [
      holding(given),
      { says: "Nobody said this.", passage: given[0]?.name, quote: "words that stand in no passage at all" },
      { says: "It takes 77 ms.", passage: given[0]?.name, quote: firstWords(given[0]?.text ?? "", 8) },
      "And that is the answer.",
    ]),
  );
  const events = await ask();
  expect(events.map(({ kind }) => kind)).toEqual(["sentence", "done"]);
  expect(events[0]).toMatchObject({
    sentence: {
      text: "It finds only the same wording.",
      address: "/learn/caching#exact-and-semantic",
      place: "Caches, Exact and semantic",
    },
  });
  expect(events[1]).toEqual({ kind: "done", outcome: "answered", left: 3 });
});

test("sentences come while the model is still writing", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  model.reply(async (exchange) => {
    const { response } = exchange;
    const [write, end] = [response.write.bind(response), response.end.bind(response)];
    // What the model says after its first line waits until that line was shown.
    let isHeld = false;
    response.write = ((chunk: string) => {
      if (!isHeld) {
        isHeld = chunk.includes("\\n");
        return write(chunk);
      }
      void released.then(() => write(chunk));
      return true;
    }) as typeof response.write;
    response.end = (() => void released.then(() => end())) as never;
    await replying((given) => [holding(given), holding(given)], { pieceChars: 5_000 })(exchange);
  });
  const result = await askMaterial(makeViewer(), question);
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  const kinds: string[] = [];
  for await (const event of result.events) {
    kinds.push(event.kind);
    release();
  }
  expect(kinds).toEqual(["sentence", "sentence", "done"]);
});

test("the model sees the passages that were found and the question, and nothing else", async () => {
  model.reply(replying(() => [{ none: true }]));
  expect(await ask()).toEqual([{ kind: "done", outcome: "not-in-material", left: 0 }]);
  const body = model.received.at(-1)?.body;
  if (!body) throw new Error("The model was asked.");
  expect(givenIn(body)[0]?.of).toBe("Caches: Exact and semantic");
  expect(JSON.stringify(body.messages)).toContain(question);
  expect(body.max_tokens).toBeLessThanOrEqual(2_000);
});

test("a reply of which nothing holds shows nothing, and says so", async () => {
  model.reply(message({ text: "The answer is obvious.\nTrust me." }));
  expect(await ask()).toEqual([{ kind: "done", outcome: "nothing-held", left: 2 }]);
});

test("what the material does not answer is not sent to the model at all", async () => {
  const before = model.received.length;
  expect(await ask(makeViewer(), "kubernetes ingress wording")).toEqual([
    { kind: "done", outcome: "not-in-material", left: 0 },
  ]);
  expect(model.received.length).toBe(before);
});

test("a fault of the model is told as one, after whatever held", async () => {
  model.reply(overloaded);
  const [fault] = await ask();
  expect(fault).toMatchObject({ kind: "fault", message: expect.stringMatching(/overloaded/) as string });
});

test("leaving ends the call without a fault of anybody's", async () => {
  model.reply(stallMidStream);
  const left = new AbortController();
  const result = await askMaterial(makeViewer(), question, { signal: left.signal });
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  setTimeout(() => left.abort(), 100);
  const kinds: string[] = [];
  for await (const { kind } of result.events) kinds.push(kind);
  expect(kinds).toEqual(["fault"]);
});

test("ten questions in ten minutes are a viewer's, and another viewer's are its own", async () => {
  const viewer = makeViewer();
  const at = (nowMs: number) => askMaterial(viewer, question, { now: () => nowMs });
  for (let nth = 0; nth < 10; nth += 1) expect((await at(nth * 1_000)).ok).toBe(true);
  expect(await at(11_000)).toEqual({ ok: false, reason: "too-many", waitMs: 600_000 - 11_000 });
  expect((await askMaterial(makeViewer(), question, { now: () => 11_000 })).ok).toBe(true);
  expect((await at(600_001)).ok).toBe(true);
});

test("what cannot be searched for is refused before anything is counted or sent", async () => {
  expect(await askMaterial(makeViewer(), "the of and")).toEqual({ ok: false, reason: "common-words" });
});
