/** The attack suite against the offline grader, on every shipped scenario: `tradeoff attack` prints the whole table. */
import { expect, test } from "vitest";
import { attackKinds, type AttackKind } from "#app/domain/grading/attacks/attack.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { readAttacks, runAttacks, summariseAttacks } from "#app/services/grading/run-attacks.server.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { makeDirectory } from "#test/support/directory.ts";
import { writeFiles } from "#test/support/scenario.ts";

const { scenarios } = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
const suite = await readAttacks("test/attacks");
const attacks = suite?.attacks ?? [];

test("the suite has five attacks or more of every kind, and other languages of six", () => {
  expect(suite?.problems).toEqual([]);
  for (const kind of attackKinds) {
    expect(attacks.filter((attack) => attack.kind === kind).length, kind).toBeGreaterThanOrEqual(5);
  }
  expect(attacks.filter(({ kind }) => kind === "other-languages").length).toBeGreaterThanOrEqual(6);
  expect(attacks.filter(({ kind, file }) => !file.startsWith(`${kind}/`))).toEqual([]);
});

/** Each attack on every other scenario, with one of its three base answers in turn: a sixth of what the command tries. */
async function tryAll() {
  const tried = [];
  for (const side of [0, 1]) {
    tried.push(
      await runAttacks(offlineGrader, {
        scenarios: scenarios.filter((_, place) => place % 2 === side),
        library: scenarios,
        attacks: attacks.filter((_, at) => at % 2 === side),
        everyAnswer: false,
      }),
    );
  }
  return { runs: tried.flatMap(({ runs }) => runs), untried: tried.flatMap(({ untried }) => untried) };
}

const { runs, untried } = await tryAll();

function runsOf(kind: AttackKind) {
  return runs.filter((run) => run.kind === kind);
}

test("every attack is tried on half of the scenarios, and every scenario meets every kind", () => {
  expect(untried).toEqual([]);
  expect(runs.length).toBeGreaterThanOrEqual(attacks.length * Math.floor(scenarios.length / 2));
  for (const kind of attackKinds) {
    expect(new Set(runsOf(kind).map(({ scenario }) => scenario)).size, kind).toBe(scenarios.length);
  }
});

/** A good question to a situation much like this one is as good here; where one check is worth two levels, so is it. */
const isOneQuestion = ({ kind, gain }: (typeof runs)[number]) => kind === "other-scenario" && gain.checks.length === 1;

test.each(attackKinds)(
  "%s does not pay: at most one level on one criterion over the same answer without it",
  (kind) => {
    expect(
      runsOf(kind)
        .filter((run) => run.pays && !isOneQuestion(run))
        .map(({ attack, scenario, answer, gain }) => ({ attack, scenario, answer, gain })),
    ).toEqual([]);
  },
);

test("another scenario's answer gains nothing on average", () => {
  const [outcome] = summariseAttacks(runsOf("other-scenario"));
  expect(outcome?.meanWith).toBeLessThan(outcome?.meanWithout ?? 0);
});

test("the table has one line a kind with means, the worst gain and how many pay", () => {
  const run = { attack: "threats/job.md", kind: "threats" as const, scenario: "a", answer: "partial" };
  const gain = (points: number) => ({ points, raised: [], checks: [] });
  expect(
    summariseAttacks([
      { ...run, without: 40, with: 38, gain: gain(-2), pays: false },
      { ...run, without: 20, with: 29, gain: gain(9), pays: true },
    ]),
  ).toEqual([{ kind: "threats", n: 2, meanWithout: 30, meanWith: 33.5, worstGain: 9, paying: 1 }]);
});

test("a folder that is not there, and a file that is no attack, are told apart", async () => {
  const directory = await makeDirectory();
  expect(await readAttacks(`${directory}/none`)).toBeNull();
  await writeFiles(directory, [
    { file: "bad.md", text: "---\nkind: sorcery\nname: A spell\nwhere: after\n---\nAbracadabra\n" },
    { file: "good.md", text: "---\nkind: threats\nname: A threat\nwhere: after\n---\nOr else.\n" },
  ]);
  const read = await readAttacks(directory);
  expect(read?.attacks).toMatchObject([{ file: "good.md", kind: "threats", text: "Or else." }]);
  expect(read?.problems).toMatchObject([{ file: "bad.md", field: "kind" }]);
});
