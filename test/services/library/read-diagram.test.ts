import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkDiagram } from "#app/services/library/read-diagram.server.ts";
import { writtenFlowcharts } from "#test/support/flowcharts.ts";

/** Mermaid's parser takes seconds over these ten thousand statements, all within the cap on length. */
const slow = `flowchart LR\n${"A;".repeat(9_900)}`;

test.each(writtenFlowcharts)("accepts a flowchart that Mermaid accepts: %j", async (source) => {
  expect(await checkDiagram(source)).toEqual({ ok: true });
});

test("accepts other diagrams, and names the author's line of a broken one", async () => {
  expect(await checkDiagram("sequenceDiagram\nA->>B: hi")).toEqual({ ok: true });
  expect(await checkDiagram("%% ours\nsequenceDiagram\n\nA->>B: hi\nfoo bar\nB->>A: ho")).toMatchObject({
    ok: false,
    line: 5,
  });
});

test("refuses what reads as boxes and links and Mermaid still cannot draw", async () => {
  expect(await checkDiagram("flowchart LR\nA@{ shape: no-such-shape }")).toEqual({
    ok: false,
    line: 1,
    message: "Mermaid says: No such shape: no-such-shape.",
  });
});

test("names line and repair of a broken flowchart", async () => {
  expect(await checkDiagram("flowchart LR\nA --> B[open")).toEqual({
    ok: false,
    line: 2,
    message: "The label of B is not closed: it needs ] at its end.",
  });
});

test("refuses a megabyte unread", async () => {
  expect(await checkDiagram(`flowchart LR\n${"A --> B\n".repeat(125_000)}`)).toMatchObject({
    ok: false,
    message: expect.stringContaining("20,000 characters"),
  });
});

test("gives up on a source that keeps the parser busy, and reads the next one", async () => {
  const [hung, next] = await Promise.all([
    checkDiagram(slow, { timeLimitMs: 20 }),
    checkDiagram("flowchart LR\nA --> B"),
  ]);
  expect(hung).toMatchObject({ ok: false, message: expect.stringContaining("longer than 0.02 s") });
  expect(next).toEqual({ ok: true });
});

test("serves other visitors while a source keeps the parser busy, until that is cut off", async () => {
  const server = createServer((_request, response) => response.end("served"));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const events: string[] = [];
  const hung = checkDiagram(slow, { timeLimitMs: 1_500 }).then((check) => {
    events.push("cut off");
    return check;
  });
  for (let visit = 0; visit < 3; visit += 1) {
    events.push(await (await fetch(`http://127.0.0.1:${port}/`)).text());
  }
  expect(await hung).toMatchObject({ ok: false, message: expect.stringContaining("longer than 1.5 s") });
  expect(events).toEqual(["served", "served", "served", "cut off"]);
});

test("reads many at once, each to its own answer", async () => {
  const sources = Array.from({ length: 20 }, (_, index) =>
    index % 2 === 0 ? `sequenceDiagram\nA->>B: ${index}` : `sequenceDiagram\n${"\n".repeat(index)}A->>B: x\n!`,
  );
  const checks = await Promise.all(sources.map((source) => checkDiagram(source)));
  expect(checks.map((check) => (check.ok ? "ok" : check.line))).toEqual(
    sources.map((source, index) => (index % 2 === 0 ? "ok" : source.split("\n").length)),
  );
});
