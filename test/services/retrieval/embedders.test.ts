import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { closeDatabase, db } from "#app/db/client.server.ts";
import { EmbeddingFault, type Embedder } from "#app/services/retrieval/embedder.server.ts";
import { createUseLiteEmbedder } from "#app/services/retrieval/use-lite-embedder.server.ts";
import { readVectors, vectorKey, writeVectors } from "#app/services/retrieval/vector-cache.server.ts";
import { createVoyageEmbedder, type VoyageSettings } from "#app/services/retrieval/voyage-embedder.server.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { makeDirectory } from "#test/support/directory.ts";

const shipped = createUseLiteEmbedder();
afterAll(() => shipped.close());

async function faultOf(embedder: Embedder): Promise<string> {
  const fault = await embedder.embed(["one text"], "query").then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof EmbeddingFault)) throw new Error(`Expected a fault, got ${String(fault)}`);
  return fault.message;
}

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  let sum = 0;
  for (const [at, value] of (a ?? new Float32Array()).entries()) sum += value * (b?.[at] ?? 0);
  return sum;
}

test("the shipped model knows two ways of asking the same from another question", async () => {
  const [old, age, cake] = await shipped.embed(["how old are you?", "what is your age?", "bake a cake"], "query");
  expect([old, age, cake].map((vector) => vector?.length)).toEqual([512, 512, 512]);
  expect(cosine(old, old)).toBeCloseTo(1, 4);
  expect(cosine(old, age)).toBeGreaterThan(0.7);
  expect(cosine(old, cake)).toBeLessThan(0.4);
});

test("vectors come in the order of their texts, also across batches and beside other questions", async () => {
  const texts = Array.from({ length: 40 }, (_, at) => `text number ${at} about ${["cost", "time", "recall"][at % 3]}`);
  const [all, alone] = await Promise.all([shipped.embed(texts, "document"), shipped.embed([texts[37] ?? ""], "query")]);
  expect(all).toHaveLength(40);
  expect(cosine(all[37], alone[0])).toBeCloseTo(1, 4);
});

test("a model that is not installed, or that holds no model, is a fault with a name", async () => {
  expect(await faultOf(createUseLiteEmbedder({ packageName: "@energetic-ai/no-such-model" }))).toMatch(
    /not installed: @energetic-ai\/no-such-model is missing/,
  );
  const broken = createUseLiteEmbedder({ packageName: "zod" });
  onTestFinished(() => broken.close());
  expect(await faultOf(broken)).toMatch(/could not be used: the package holds no model/);
});

test("a model that is stopped answers what was asked with a fault, and starts again when asked anew", async () => {
  const embedder = createUseLiteEmbedder();
  const asked = faultOf(embedder);
  await embedder.close();
  expect(await asked).toMatch(/was stopped/);
  onTestFinished(() => embedder.close());
  expect(await embedder.embed(["again"], "query")).toHaveLength(1);
});

type Handler = (request: { body: string; authorization: string | undefined }, response: ServerResponse) => void;

/** The embedding service's side of the wire. */
async function startService(handle: Handler): Promise<string> {
  const read = async (request: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  };
  const server = createServer((request, response) => {
    void read(request).then((body) => handle({ body, authorization: request.headers.authorization }, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const voyage = (baseUrl: string, settings: Partial<VoyageSettings> = {}) =>
  createVoyageEmbedder({ apiKey: "pa-secret", baseUrl, model: "voyage-test" }, { spend: null, ...settings });
const unit = (at: number) => Array.from({ length: 512 }, (_, place) => (place === at ? 1 : 0));

test("the service is sent the texts, their kind and the key, and its vectors are taken by their index", async () => {
  const received: { body: string; authorization: string | undefined }[] = [];
  const url = await startService((request, response) => {
    received.push(request);
    const { input } = JSON.parse(request.body) as { input: string[] };
    const data = input.map((_, index) => ({ index, embedding: unit(index) })).toReversed();
    response.end(JSON.stringify({ data }));
  });
  const vectors = await voyage(url).embed(["a", "b"], "document");
  expect(vectors.map((vector) => vector.indexOf(1))).toEqual([0, 1]);
  expect(received[0]?.authorization).toBe("Bearer pa-secret");
  expect(JSON.parse(received[0]?.body ?? "")).toEqual({
    input: ["a", "b"],
    model: "voyage-test",
    input_type: "document",
    output_dimension: 512,
  });
});

test("what goes wrong at the service is a fault that holds neither key nor text", async () => {
  const refusing = await startService((_request, response) => response.writeHead(401).end("pa-secret one text"));
  const garbling = await startService((_request, response) => response.end('{"data":[{"index":0,"embedding":[1]}]}'));
  const silent = await startService(() => undefined);
  const faults = await Promise.all([
    faultOf(voyage(refusing)),
    faultOf(voyage(garbling)),
    faultOf(voyage(silent, { patience: { query: 50, document: 50 } })),
    faultOf(voyage("http://127.0.0.1:9")),
  ]);
  expect(faults[0]).toMatch(/refused the request \(401\); check VOYAGE_API_KEY/);
  expect(faults[1]).toMatch(/could not be read/);
  expect(faults[2]).toMatch(/did not answer in time/);
  expect(faults[3]).toMatch(/could not be reached/);
  expect(faults.join(" ")).not.toMatch(/pa-secret|one text/);
});

test("each request to the service is written down, with its tokens where it tells them and however it ends", async () => {
  await openTestDatabase();
  onTestFinished(closeDatabase);
  const spend = { purpose: "embedding" as const, organisationId: null, userId: null };
  const answering = await startService((_request, response) =>
    response.end(JSON.stringify({ data: [{ index: 0, embedding: unit(0) }], usage: { total_tokens: 7 } })),
  );
  const refusing = await startService((_request, response) => response.writeHead(500).end());
  await voyage(answering, { spend }).embed(["a"], "query");
  await faultOf(voyage(refusing, { spend }));
  expect(await db().modelCall.findMany({ orderBy: { createdAt: "asc" } })).toMatchObject([
    { purpose: "embedding", model: "voyage-test", outcome: "ok", inputTokens: 7, costUsd: null, onServerKey: true },
    { purpose: "embedding", model: "voyage-test", outcome: "failed", inputTokens: null, costUsd: null },
  ]);
});

const model = { id: "m-1", dimensions: 3 };
const other = { id: "m-2", dimensions: 3 };

test("vectors are kept by the hash of model and text, and another model's are not found", async () => {
  const directory = await makeDirectory();
  const key = vectorKey(model, "a text");
  await writeVectors(directory, model, new Map([[key, Float32Array.from([1, 2.5, -3])]]));
  expect([...(await readVectors(directory, model))]).toEqual([[key, Float32Array.from([1, 2.5, -3])]]);
  expect(await readVectors(directory, other)).toEqual(new Map());
  expect(vectorKey(other, "a text")).not.toBe(key);
});

test("a file that is cut off or broken gives what is whole in it, and a missing one nothing", async () => {
  const directory = await makeDirectory();
  const entry = (text: string, value: number) => [vectorKey(model, text), new Float32Array(3).fill(value)] as const;
  await writeVectors(directory, model, new Map([entry("a", 1), entry("b", Number.NaN), entry("c", 3)]));
  expect([...(await readVectors(directory, model)).keys()]).toEqual([entry("a", 1)[0], entry("c", 3)[0]]);
  await writeFile(join(directory, "m-1.vectors"), Buffer.alloc(50));
  expect((await readVectors(directory, model)).size).toBe(1);
  expect(await readVectors(join(directory, "none"), model)).toEqual(new Map());
});
