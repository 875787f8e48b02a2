import { fork, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { formatTable } from "./row.ts";
import { pages, type Page } from "./scale/measured.ts";
import type { Asked, Exported, Ready, Target } from "./scale/target.ts";

// Whether pages of a hiring team stay as fast with 100,000 sessions as with 1,000, on PostgreSQL and on the embedded
// database. Both sizes are measured in turns, so that both see the same machine. Ends with 1 above the bar.

const sizes = [1_000, Number(process.env.SCALE_SESSIONS ?? 100_000)] as const;
const seed = process.env.SCALE_SEED ?? "tradeoff";
const most = 1.5;
const warmUps = 20;
const rounds = 150;
const server = process.env.TEST_DATABASE_URL ?? null;

type Filled = { child: ChildProcess; ready: Ready };
type Home = { name: string; targetOf: (size: number) => Promise<Target>; leave: () => Promise<void> };

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function onPostgres(url: string): Home {
  const made: string[] = [];
  return {
    name: "PostgreSQL",
    targetOf: async (sessions) => {
      const name = `tradeoff_scale_${randomUUID().slice(0, 8)}`;
      await onServer(url, `CREATE DATABASE ${name}`);
      made.push(name);
      const databaseUrl = Object.assign(new URL(url), { pathname: `/${name}` }).href;
      return { sessions, seed, databaseUrl, dataDir: "unused" };
    },
    leave: async () => {
      for (const name of made) await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function embedded(): Promise<Home> {
  const root = await mkdtemp(join(tmpdir(), "tradeoff-scale-"));
  return {
    name: "embedded",
    targetOf: (sessions) =>
      Promise.resolve({ sessions, seed, databaseUrl: null, dataDir: join(root, String(sessions)) }),
    leave: () => rm(root, { recursive: true, force: true }),
  };
}

async function hear<Message>(child: ChildProcess): Promise<Message> {
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`A process that was measured ended with ${String(code)}.`);
  });
  gone.catch(() => undefined);
  const [message] = (await Promise.race([once(child, "message"), gone])) as [Message];
  return message;
}

async function fill(target: Target): Promise<Filled> {
  const child = fork("bench/scale/target.ts", [JSON.stringify(target)], {
    execArgv: ["--expose-gc", "--import", "tsx"],
  });
  child.setMaxListeners(0);
  const ready = await hear<Ready>(child);
  const said = Object.entries(ready.data).map(([what, n]) => `${what} ${n.toLocaleString("en")}`);
  const took = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(`  ${target.sessions.toLocaleString("en")}: ${said.join(", ")}`);
  console.log(`    loaded in ${took(ready.loadedMs)}; agreement measured by the job in ${took(ready.measuredMs)}`);
  return { child, ready };
}

async function take({ child }: Filled, asked: Asked): Promise<Exclude<Exported, { fault: string }>> {
  const answer = hear<Exported>(child);
  child.send(asked);
  const took = await answer;
  if ("fault" in took) throw new Error(`${asked === "export" ? asked : asked.page}: ${took.fault}`);
  return took;
}

/** What the largest file costs beside the smallest: rows are many times as many, what is held in memory should not be. */
async function measureExport(filled: readonly Filled[]): Promise<void> {
  for (const one of filled) {
    const { ms, rows = Number.NaN, heldMb = Number.NaN } = await take(one, "export");
    const perSecond = Math.round((1000 * rows) / ms).toLocaleString("en");
    console.log(
      `levels.csv: ${rows.toLocaleString("en")} rows, ${perSecond} a second, held ${heldMb.toFixed(1)} MB at most`,
    );
  }
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? Number.NaN;
}

async function measure(filled: readonly Filled[], page: Page): Promise<number[]> {
  const times = filled.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    // Whoever is first in one round is second in the next.
    const order = [...filled.keys()];
    if (round % 2 === 0) order.reverse();
    for (const at of order) {
      const one = filled[at];
      const { ms } = one ? await take(one, { page, round: round + warmUps }) : { ms: Number.NaN };
      if (round >= 0) times[at]?.push(ms);
    }
  }
  return times.map(p95);
}

/** Pages that are above the bar. */
async function measureIn(home: Home): Promise<string[]> {
  console.log(`${home.name}, made by the seed “${seed}”:`);
  const filled: Filled[] = [];
  try {
    for (const size of sizes) filled.push(await fill(await home.targetOf(size)));
    const rows = [];
    for (const page of Object.keys(pages) as Page[]) {
      const [small = Number.NaN, large = Number.NaN] = await measure(filled, page);
      const ratio = large / small;
      const verdict = !pages[page] ? "no bar" : ratio <= most ? `at most ${most}: kept` : `at most ${most}: BROKEN`;
      rows.push({
        page,
        ratio,
        row: { what: page, figure: large, unit: "ms", baseline: { what: verdict, figure: small } },
      });
    }
    const [few, many] = sizes.map((size) => size.toLocaleString("en"));
    const heading = `${home.name}: p95 of ${rounds} (measured: ${many} sessions, baseline: ${few})`;
    console.log(
      `\n${formatTable(
        rows.map(({ row }) => row),
        heading,
      )}`,
    );
    await measureExport(filled);
    return rows
      .filter(({ page, ratio }) => pages[page] && !(ratio <= most))
      .map(({ page, ratio }) => `${home.name}: the ${page} takes ${ratio.toFixed(2)} times as long`);
  } finally {
    for (const { child } of filled) {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    }
    await home.leave();
  }
}

const wanted = process.env.SCALE_ON;
const broken: string[] = [];
if (server === null) console.error("TEST_DATABASE_URL names no PostgreSQL: only the embedded database is measured.");
if (server !== null && wanted !== "embedded") broken.push(...(await measureIn(onPostgres(server))));
if (wanted !== "postgres") broken.push(...(await measureIn(await embedded())));
for (const each of broken) console.error(`Above the bar: ${each}.`);
process.exitCode = broken.length > 0 ? 1 : 0;
