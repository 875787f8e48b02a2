import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, expect, test } from "vitest";
import { loader as search, meta } from "#app/routes/search._index.tsx";
import { action as ask, loader as showAsk } from "#app/routes/search.ask.ts";
import { closeEmbedder } from "#app/services/retrieval/choose-embedder.server.ts";
import { message, type Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { retrievalPages } from "#test/support/retrieval-material.ts";
import { makeScenario, useTestLibrary, writeFiles } from "#test/support/scenario.ts";
import { gradingJobs } from "#test/support/session.ts";
import { makeGuest } from "#test/support/visitor.ts";

const library = await useTestLibrary(makeScenario());
const files = Object.entries(retrievalPages).map(([slug, text]) => ({ file: `${slug}.md`, text }));
await writeFiles(library.contentDir, files);
const model = await startAnthropicServer();
const environment = { EMBEDDINGS: "none", ANTHROPIC_API_KEY: "key", ANTHROPIC_BASE_URL: model.url, GRADER: "offline" };
Object.assign(process.env, environment);
useTestJobs(gradingJobs);
afterAll(async () => {
  await closeEmbedder();
  await model.close();
});

const site = "http://localhost:3000";
const argsFor = (request: Request) =>
  ({ request, params: {}, context: { cspNonce: "" } }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;
const load = (q: string, headers = new Headers()) =>
  search(argsFor(new Request(`${site}/search?${new URLSearchParams({ q })}`, { headers })));

async function send(q: string, headers: Headers): Promise<Response> {
  const init = {
    method: "POST",
    headers: new Headers([...headers, ["origin", site]]),
    body: new URLSearchParams({ q }),
  };
  return Promise.resolve(ask(argsFor(new Request(`${site}/search/ask`, init)))).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}

test("anyone may search, and the address alone brings the results", async () => {
  const { found, access, query } = await load("hash of the wording");
  expect([found.kind, access, query]).toEqual(["found", "stranger", "hash of the wording"]);
  expect(found.kind === "found" && found.results[0]?.address).toBe("/learn/caching#exact-and-semantic");
});

test("nothing typed, too much typed and no match are states of the page, never an error", async () => {
  expect((await load("")).found).toEqual({ kind: "refused", reason: "nothing" });
  const long = await load("x".repeat(10_000));
  expect([long.found, long.query.length]).toEqual([{ kind: "refused", reason: "too-long" }, 1_000]);
  expect((await load("<b>kubernetes</b> ingress")).found.kind).toBe("none");
});

test("the title says what was searched for", async () => {
  const data = await load("hash of the wording");
  expect(meta({ data } as never)).toContainEqual({ title: "hash of the wording · Search · Tradeoff" });
});

const citing: Reply = (exchange) => {
  const lines = exchange.body.messages.flatMap(({ content }) => content.split("\n"));
  const given = JSON.parse(lines.find((line) => line.startsWith('{"name"')) ?? "{}") as { name: string; text: string };
  const quote = given.text.split(/\s+/).slice(0, 6).join(" ");
  return message({ text: JSON.stringify({ says: "It ages.", passage: given.name, quote }) })(exchange);
};

test("a guest is answered by a stream of sentences and an end", async () => {
  const { headers } = await makeGuest();
  expect((await load("hash of the wording", headers)).access).toBe("open");
  model.reply(citing);
  const response = await send("hash of the wording", headers);
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const events = [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
  expect(events).toEqual(["sentence", "done"]);
});

test("a stranger, a page of another site and an empty question are turned away before a model is asked", async () => {
  const before = model.received.length;
  expect((await send("hash of the wording", new Headers())).status).toBe(401);
  const { headers } = await makeGuest();
  expect((await send("of the and", headers)).status).toBe(400);
  const foreign = new Request(`${site}/search/ask`, {
    method: "POST",
    headers: new Headers([...headers, ["origin", "https://elsewhere.example"]]),
    body: new URLSearchParams({ q: "hash" }),
  });
  await expect(ask(argsFor(foreign))).rejects.toMatchObject({ status: 403 });
  expect(showAsk).toThrow();
  expect(model.received.length).toBe(before);
});
