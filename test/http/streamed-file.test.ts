import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { streamFile } from "#app/http/streamed-file.server.ts";
import { startExpress } from "#test/support/express-server.ts";

// A file of a hundred megabytes that nothing can make smaller, part by part, on a real socket.

const partBytes = 100_000;
const parts = 1_000;

type Made = { read: number; ended: boolean };

async function startFile(made: Made, breaksAt = Infinity): Promise<string> {
  async function* write() {
    try {
      for (made.read = 0; made.read < parts; made.read += 1) {
        if (made.read === breaksAt) throw new Error("The database is gone.");
        yield await Promise.resolve(randomBytes(partBytes / 2).toString("hex"));
      }
    } finally {
      made.ended = true;
    }
  }
  const loader = ({ context }: LoaderFunctionArgs) =>
    streamFile({ name: "long.csv", type: "text/csv; charset=utf-8", parts: write() }, context);
  const build = {
    entry: { module: { default: () => new Response("a page"), handleError: () => undefined } },
    routes: {
      root: { id: "root", path: "", module: { default: () => null } },
      file: { id: "file", parentId: "root", path: "file", module: { default: undefined, loader } },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    future: { v3_singleFetch: true },
    mode: "production",
    isSpaMode: false,
  } as unknown as ServerBuild;
  return (await startExpress({}, build)).url;
}

async function open(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const request = get(`${url}/file`, { headers, agent: false });
  request.on("error", () => undefined);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  return response;
}

/** Until nothing more is read. */
async function waitUntilStill(made: Made): Promise<number> {
  for (let before = -1; before !== made.read;) {
    before = made.read;
    await wait(400);
  }
  return made.read;
}

test.each(["identity", "gzip"])("a reader who does not read is not read for: %s", async (encoding) => {
  const made: Made = { read: 0, ended: false };
  const response = await open(await startFile(made), { "accept-encoding": encoding });
  response.pause();
  const read = await waitUntilStill(made);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(parts / 4); // what sockets hold by themselves
  response.destroy();
  while (!made.ended) await wait(20);
  expect(made.read).toBeLessThan(parts / 4 + 2);
});

test("a reader who leaves in the middle ends the reading", async () => {
  const made: Made = { read: 0, ended: false };
  const response = await open(await startFile(made));
  await once(response, "data");
  response.destroy();
  while (!made.ended) await wait(20);
  expect(made.read).toBeLessThan(parts);
});

test("the whole file arrives at a reader who goes on reading", async () => {
  const made: Made = { read: 0, ended: false };
  const response = await open(await startFile(made));
  expect(response.headers).toMatchObject({
    "content-disposition": `attachment; filename="long.csv"`,
    "cache-control": "private, no-store",
  });
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  expect(bytes).toBe(parts * partBytes);
});

test("a file that breaks off does not look whole", async () => {
  const made: Made = { read: 0, ended: false };
  const response = await open(await startFile(made, 3));
  response.resume();
  await new Promise((resolve) => response.once("close", resolve));
  expect(response.complete).toBe(false);
});
