import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { isKeywordList, addressesTheGrader } from "#app/domain/grading/evidence/admissible.ts";
import { calibrationKinds } from "#app/domain/grading/calibration/calibration.ts";
import { gradeTranscript } from "#app/domain/grading/grade-transcript.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { takenPosition } from "#app/domain/grading/scorecard/taken-position.ts";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import { rubricRuns, wordingFault } from "#app/domain/interview/wording.ts";
import { approaches } from "#app/domain/scenarios/approach.ts";
import { checkLibrary } from "#app/services/library/check-library.server.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { sharesRun } from "#app/domain/text/word-runs.ts";
import { loadLibrary, sectionsOf, type LibraryScenario } from "#app/services/library/load-library.server.ts";
import { transcriptOf } from "#test/support/graded-scenario.ts";

// The scenarios and study pages that are shipped: what is written in them holds together.

const { scenarios, pages } = await loadLibrary();
const slugs = scenarios.map(({ scenario }) => scenario.slug);
const situations = scenarios.map(({ scenario }) => scenario).filter(({ kind }) => kind !== "code-reading");
const exercises = scenarios.map(({ scenario }) => scenario).filter(({ kind }) => kind === "code-reading");
const bySlug = new Map(scenarios.map((entry) => [entry.scenario.slug, entry]));

function entryOf(slug: string): LibraryScenario {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`The library has lost ${slug}.`);
  return entry;
}

async function scoreOf({ scenario, calibration }: LibraryScenario, name: string) {
  const answer = calibration.find((each) => each.name === name);
  if (!answer) throw new Error(`${scenario.slug} has no answer ${name}.`);
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript: answer.transcript });
  if (graded.status !== "graded") throw new Error(graded.message);
  return graded.result;
}

test("nothing is wrong with it, and nothing is thin", async () => {
  const folders = await readdir("scenarios");
  const files = (await readdir("content")).filter((name) => name.endsWith(".md"));
  const whole = { ok: true, scenarios: folders.length, pages: files.length, problems: [] };
  expect(await checkLibrary([])).toMatchObject(whole);
  expect([scenarios.length, pages.length]).toEqual([folders.length, files.length]);
});

test("there are situations enough, of every sort, and exercises in reading code", () => {
  const withStrength = (wanted: string) => (scenario: Scenario) =>
    scenario.positions.filter(({ strength }) => strength === wanted).map(({ approach }) => approach);
  const best = situations.flatMap(withStrength("best"));
  const disputable = situations.filter((scenario) => withStrength("defensible")(scenario).length > 0);
  const diagnoses = situations.filter(({ kind }) => kind === "diagnosis");
  const flipped = situations.filter(
    (scenario) =>
      scenario.level === "senior" &&
      scenario.twist?.best &&
      !withStrength("best")(scenario).includes(scenario.twist.best),
  );
  expect(situations.length).toBeGreaterThanOrEqual(24);
  for (const approach of approaches) expect(best.filter((each) => each === approach).length).toBeGreaterThanOrEqual(3);
  expect(disputable.length).toBeGreaterThanOrEqual(6);
  expect(diagnoses.length).toBeGreaterThanOrEqual(6);
  expect(flipped.length).toBeGreaterThanOrEqual(4);
  expect(exercises.length).toBeGreaterThan(0);
});

test.each(situations)("$slug weighs every approach, once", ({ positions }) => {
  expect(positions.map(({ approach }) => approach).sort()).toEqual([...approaches].sort());
});

test.each(exercises)(
  "$slug shows between 15 and 40 lines of code, asks for six to nine things and is short",
  (exercise) => {
    const { brief, rubric, minutes, followUps, positions, title, slug } = exercise;
    const code = [...brief.matchAll(/^```(?:python|typescript)\n([\s\S]*?)^```$/gm)].map(([, source = ""]) => source);
    expect(code).toHaveLength(1);
    const lines = code.join("").trimEnd().split("\n").length;
    expect(lines).toBeGreaterThanOrEqual(15);
    expect(lines).toBeLessThanOrEqual(40);
    const checks = rubric.criteria.flatMap((criterion) => criterion.checks);
    expect(checks.length).toBeGreaterThanOrEqual(6);
    expect(checks.length).toBeLessThanOrEqual(9);
    expect(rubric.criteria.flatMap(({ redFlags }) => redFlags).length).toBeGreaterThanOrEqual(2);
    expect([minutes <= 12, followUps, positions]).toEqual([true, 2, []]);
    expect(title.toLowerCase()).not.toContain(slug.replaceAll("-", " "));
  },
);

test("every study reference leads to a section of a page", () => {
  const sections = sectionsOf(pages);
  const references = scenarios.flatMap(({ scenario }) =>
    scenario.rubric.criteria.flatMap(({ checks, redFlags }) =>
      [...checks, ...redFlags].flatMap(({ study }) => study ?? []),
    ),
  );
  expect(references.length).toBeGreaterThan(80);
  for (const study of references) expect(sections).toContain(study);
});

test.each(slugs)("%s has its six labelled answers, each label for a check", (slug) => {
  const { calibration, scenario } = entryOf(slug);
  expect(calibration.map(({ name }) => name).sort()).toEqual([...calibrationKinds].sort());
  const ids = scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags].map(({ id }) => id));
  for (const { labels } of calibration) expect(Object.keys(labels.verdicts).sort()).toEqual([...ids].sort());
});

test.each(slugs)("the offline grader puts the answers to %s in their order", async (slug) => {
  const entry = entryOf(slug);
  const strong = await scoreOf(entry, "strong");
  const partial = await scoreOf(entry, "partial");
  expect(strong.score).toBeGreaterThan(partial.score);
  for (const name of ["confidently-wrong", "right-label-wrong-reasons", "keyword-stuffed", "instructs-the-grader"]) {
    expect(partial.score).toBeGreaterThan((await scoreOf(entry, name)).score);
  }
});

test.each(slugs)(
  "of the answers to %s, stuffed keywords earn next to nothing and orders to the grader are flagged",
  async (slug) => {
    const entry = entryOf(slug);
    const stuffed = await scoreOf(entry, "keyword-stuffed");
    expect(stuffed.score).toBeLessThanOrEqual(5);
    expect(stuffed.flags).toContain("keyword_list");
    expect((await scoreOf(entry, "instructs-the-grader")).flags).toContain("instructs_the_grader");
    for (const name of ["strong", "partial", "confidently-wrong", "right-label-wrong-reasons"]) {
      const { flags } = await scoreOf(entry, name);
      expect(flags).not.toContain("keyword_list");
      expect(flags).not.toContain("instructs_the_grader");
    }
  },
);

test.each(situations)(
  "the strong answer to $slug is seen to take the best position, or one its twist leads to",
  (scenario) => {
    const strong = entryOf(scenario.slug).calibration.find(({ name }) => name === "strong");
    const taken = takenPosition(strong?.transcript ?? [], scenario.twist);
    const best = scenario.positions.filter(({ strength }) => strength === "best").map(({ approach }) => approach);
    expect([...best, scenario.twist?.best]).toContain(taken);
  },
);

/** The verdict of the offline grader on one check when a text is all that is said. */
async function verdictOn(scenario: Scenario, id: string, text: string) {
  const transcript = transcriptOf(
    { speaker: "interviewer", kind: "question", text: scenario.opening },
    { speaker: "candidate", kind: "answer", text },
  );
  const graded = await gradeTranscript(offlineGrader, { scenario, transcript });
  const criteria = graded.status === "graded" ? graded.result.criteria : [];
  const results = criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
  return results.find((result) => result.id === id)?.verdict;
}

test.each(slugs)(
  "every phrasing of the rubric of %s, spoken as an answer, is met, and no near miss is",
  async (slug) => {
    const { scenario } = entryOf(slug);
    const items = scenario.rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
    const lost: string[] = [];
    const taken: string[] = [];
    const touched: string[] = [];
    for (const { id, met, notMet } of items) {
      for (const text of met) if ((await verdictOn(scenario, id, text)) !== "met") lost.push(text);
      for (const text of notMet) {
        const verdict = await verdictOn(scenario, id, text);
        if (verdict === "met") taken.push(text);
        if (verdict !== "not_met") touched.push(text);
      }
    }
    expect({ lost, taken }).toEqual({ lost: [], taken: [] });
    expect(touched.length).toBeLessThanOrEqual(2);
  },
);

test.each(slugs)(
  "no phrasing of the rubric of %s is mistaken for an order to the grader or, where it counts, for a list",
  (slug) => {
    const { criteria } = entryOf(slug).scenario.rubric;
    for (const { met, notMet } of criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags])) {
      for (const text of [...met, ...notMet]) expect([addressesTheGrader(text), text]).toEqual([false, text]);
      for (const text of met) expect([isKeywordList(text), text]).toEqual([false, text]);
    }
  },
);

test.each(slugs)("every way of asking for a hidden fact of %s finds it", (slug) => {
  const { hiddenFacts } = entryOf(slug).scenario;
  const lost = hiddenFacts.flatMap(({ id, asks }) =>
    asks.filter((ask) => !findHiddenFacts(hiddenFacts, ask).some((fact) => fact.id === id)),
  );
  expect(lost).toEqual([]);
});

test.each(slugs)("a question that has nothing to do with %s finds no hidden fact", (slug) => {
  const { hiddenFacts } = entryOf(slug).scenario;
  for (const question of [
    "May I have a glass of water?",
    "What colour is the logo?",
    "How was the weather in Lisbon?",
    "Do you play chess?",
    "Do you offer remote work?",
    "Which team won the cup?",
    "Hello there!",
  ]) {
    expect([question, findHiddenFacts(hiddenFacts, question)]).toEqual([question, []]);
  }
});

test.each(slugs)("no question of the interviewer of %s gives away the words of its rubric", (slug) => {
  const { rubric, opening, twist } = entryOf(slug).scenario;
  const runs = rubricRuns(rubric);
  const probes = rubric.criteria.flatMap(({ checks }) => checks.map(({ probe }) => probe));
  for (const text of [opening, ...probes, ...(twist ? [`${twist.change} ${twist.asks}`] : [])]) {
    expect([wordingFault(text, runs) === "rubric_words", text]).toEqual([false, text]);
  }
});

test.each(slugs)("neither a hidden fact of %s nor a hint gives away the words of its rubric", (slug) => {
  const { rubric, hiddenFacts, hints } = entryOf(slug).scenario;
  const runs = rubricRuns(rubric);
  for (const text of [...hiddenFacts.map(({ answer }) => answer), ...Object.values(hints).flat()]) {
    expect([sharesRun(text, runs), text]).toEqual([false, text]);
  }
});

test.each(slugs)("there are three hints for every check of %s", (slug) => {
  const { rubric, hints } = entryOf(slug).scenario;
  const ids = rubric.criteria.flatMap(({ checks }) => checks.map(({ id }) => id));
  expect(Object.keys(hints).sort()).toEqual(ids.sort());
});
