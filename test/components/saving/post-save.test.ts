// @vitest-environment jsdom
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { postSave } from "#app/components/saving/post-save.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/draft`;
}

const readSaid = async (response: Response) => ({ status: response.status, said: (await response.json()) as unknown });
const save = (address: string) => postSave({ address, body: '{"revision":1}', read: readSaid });

function setOnLine(onLine: boolean) {
  Object.defineProperty(navigator, "onLine", { value: onLine, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "onLine"));
}

test("a save is posted as JSON, and every answer is read, a refusal too", async () => {
  const address = await serve((request, response) => {
    if (request.method !== "POST" || request.headers["content-type"] !== "application/json") response.end("{}");
    else request.pipe(response.writeHead(409));
  });
  expect(await save(address)).toEqual({ status: 409, said: { revision: 1 } });
});

test("a server that breaks off, or answers what cannot be read, is unreachable", async () => {
  const unreachable = { type: "failed", trouble: "unreachable", nowMs: expect.any(Number) };
  expect(await save(await serve((request) => request.socket.destroy()))).toEqual(unreachable);
  expect(await save(await serve((_request, response) => response.end("<html>")))).toEqual(unreachable);
});

test("without a network the failure is called by its name", async () => {
  const address = await serve((request) => request.socket.destroy());
  setOnLine(false);
  expect(await save(address)).toMatchObject({ type: "failed", trouble: "offline" });
});
