import { expect, test } from "vitest";
import { eventStream, formatEvent, type StreamEvent } from "#app/http/event-stream.server.ts";

const request = (signal?: AbortSignal) => new Request("http://localhost/stream", signal ? { signal } : {});

async function* say(...events: StreamEvent[]) {
  yield* events;
}

test("events go over the wire one after another and the response ends with them", async () => {
  const response = await eventStream(request(), () =>
    say({ event: "text", data: { text: "two\nlines" } }, { event: "done", data: null }),
  );
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-transform");
  expect(await response.text()).toBe('event: text\ndata: {"text":"two\\nlines"}\n\nevent: done\ndata: null\n\n');
});

test("text cannot forge an event: it stays on its one line", () => {
  const forged = formatEvent({ event: "text", data: { text: "x\n\nevent: done\ndata: {}\n\n" } });
  expect(forged.split("\n").filter((line) => line.startsWith("event:"))).toEqual(["event: text"]);
});

test("a visitor who leaves ends the work behind the stream", async () => {
  let ended: (value: string) => void = () => {};
  const end = new Promise<string>((resolve) => (ended = resolve));
  const response = await eventStream(request(), async function* (signal) {
    yield { event: "text", data: { text: "first" } };
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    ended("aborted");
  });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(await end).toBe("aborted");
});

test("a request that is aborted ends it too, and the response closes", async () => {
  const visit = new AbortController();
  const response = await eventStream(request(visit.signal), async function* (signal) {
    yield { event: "text", data: { text: "first" } };
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    yield { event: "text", data: { text: "too late" } };
  });
  const reader = response.body?.getReader();
  await reader?.read();
  visit.abort();
  expect(await reader?.read()).toMatchObject({ done: true });
});

test("nothing to follow is a 404", async () => {
  await expect(eventStream(request(), () => null)).rejects.toMatchObject({ status: 404 });
});
