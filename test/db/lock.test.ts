import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DataDirectoryInUseError, holdDirectory } from "#app/db/lock.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { startProcess } from "#test/support/process.ts";

const holder = "test/support/hold-directory.ts";

test("a second process is refused and told who has the directory and what to do", async () => {
  const directory = await makeDirectory();
  const first = startProcess(holder, [directory, "http://localhost:3111"]);
  expect(await first.line()).toBe("held");

  const refusal = await holdDirectory(directory, null).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(DataDirectoryInUseError);
  const { message } = refusal as Error;
  expect(message).toContain(directory);
  expect(message).toContain(`process ${first.pid}, running since 2`);
  expect(message).toContain("http://localhost:3111");
  expect(message).toMatch(/Stop that process, or set DATA_DIR .* or set DATABASE_URL/);
});

test("a process that was killed no longer has the directory, and leaves nothing that lasts", async () => {
  const directory = await makeDirectory();
  const first = startProcess(holder, [directory]);
  expect(await first.line()).toBe("held");
  await first.end("SIGKILL");

  const hold = await holdDirectory(directory, null);
  expect(await readdir(directory)).toHaveLength(1);
  await hold.release();
  expect(await readdir(directory)).toEqual([]);
});

test("a directory that was released can be held again", async () => {
  const directory = await makeDirectory();
  await (await holdDirectory(directory, null)).release();
  const again = await holdDirectory(directory, null);
  await expect(holdDirectory(directory, null)).rejects.toThrow(DataDirectoryInUseError);
  await again.release();
});

test("a directory that does not exist yet is made", async () => {
  const directory = join(await makeDirectory(), "new", "data");
  const hold = await holdDirectory(directory, null);
  await expect(holdDirectory(directory, null)).rejects.toThrow(`process ${process.pid}`);
  await hold.release();
});

test("of several processes that race for what a dead one left behind, exactly one wins", async () => {
  const directory = await makeDirectory();
  const dead = startProcess(holder, [directory]);
  await dead.line();
  await dead.end("SIGKILL");

  const racers = Array.from({ length: 6 }, () => startProcess(holder, [directory]));
  const outcomes = await Promise.all(racers.map((racer) => racer.line()));

  expect(outcomes.filter((outcome) => outcome === "held")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome?.includes("is in use by process"))).toHaveLength(5);
});

test("of many claims made at the same moment, exactly one prevails", async () => {
  const directory = await makeDirectory();
  for (let round = 0; round < 20; round++) {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => holdDirectory(directory, null)));
    const holds = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
    expect(holds).toHaveLength(1);
    expect(refusals.every((refusal) => refusal instanceof DataDirectoryInUseError)).toBe(true);
    await holds[0]?.release();
  }
});

test("a path too long for a socket is refused with its length", async () => {
  const directory = join(await makeDirectory(), "d".repeat(120));
  await expect(holdDirectory(directory, null)).rejects.toThrow(/too long to lock .* set DATA_DIR to a shorter path/);
});
