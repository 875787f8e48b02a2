/** The test server as the browser tests use it: a process of its own that answers sensibly. */
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { createAnthropicGrader } from "#app/services/grading/anthropic-grader.server.ts";
import { wordQuestion } from "#app/services/interview/word-question.server.ts";
import { answered, gradedScenario as scenario, gradedTranscript } from "#test/support/graded-scenario.ts";

async function startProcess(environment: Record<string, string>) {
  const child = spawn("node_modules/.bin/tsx", ["test/support/anthropic-server.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill());
  return child;
}

test("runs on its own, follows its script, then grades with real quotes and words questions", async () => {
  const child = await startProcess({ PORT: "0", ANTHROPIC_SERVER_SCRIPT: "overloaded, cut" });
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  const account = { apiKey: "sk-test", baseURL: url, model: "claude-sonnet-5-5" };
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const grader = createAnthropicGrader({ ...account, spend: null, deadlineMs: 20_000, idleMs: 10_000, sleep });
  const outcome = await grader.grade({ scenario, transcript: gradedTranscript, findings: noFindings });
  expect(waits).toHaveLength(2);
  if (!outcome.ok) throw new Error(outcome.message);
  expect(outcome.claims.find(({ id }) => id === "schema-is-knowledge")).toMatchObject({ verdict: "met" });
  const quotes = outcome.claims.flatMap((claim) => claim.quotes);
  expect(quotes.length).toBeGreaterThan(0);
  for (const quote of quotes) expect(gradedTranscript[1]?.text).toContain(quote);

  const plan = { kind: "probe" as const, authored: "A column was renamed. What happens?" };
  const worded = await wordQuestion({ account, spend: null, scenario, transcript: answered("I look it up."), plan });
  expect(worded).toMatchObject({ fault: null, voice: "claude-sonnet-5-5" });
  expect(worded.text).not.toBe(plan.authored);
  child.kill();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("refuses a script with a reply it does not know, naming those it does", async () => {
  const child = await startProcess({ ANTHROPIC_SERVER_SCRIPT: "explode" });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  expect((await once(child, "close"))[0]).toBe(1);
  expect(errors.join("")).toMatch(/names explode, but must name: .*stall-mid-stream/);
});
