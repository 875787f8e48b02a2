import { expect, test } from "vitest";
import { newDraft } from "#app/domain/authoring/draft.ts";
import { readScenarioFiles } from "#app/domain/authoring/read-draft.ts";
import { lintRubric } from "#app/domain/authoring/lint/lint-rubric.ts";
import { lintRules, type LintRule } from "#app/domain/authoring/lint/lint-finding.ts";
import type { CalibrationAnswer } from "#app/domain/grading/calibration/calibration.ts";
import type { Check, Criterion, Fact, Scenario } from "#app/domain/scenarios/schema.ts";
import { readPages, readScenarios, sectionsOf } from "#app/services/library/load-library.server.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";

function newScenario(): Scenario {
  const files = Object.entries(newDraft({ title: "Refunds" })).map(([file, text]) => ({ file, text }));
  const { scenario } = readScenarioFiles("refunds", files);
  if (!scenario) throw new Error("A new draft reads without error.");
  return scenario;
}

/** With a source for its one figure. */
function cleanScenario(): Scenario {
  const scenario = newScenario();
  return { ...scenario, facts: scenario.facts.map((fact) => ({ ...fact, source: "S0:41" })) };
}

const sections = new Set(["knowledge-or-behaviour#the-test", "answering-well#state-the-condition-that-flips-it"]);

function labelled(name: string, text: string): CalibrationAnswer {
  const turn: Turn = { seq: 1, speaker: "candidate", kind: "answer", text, checkId: null, factId: null };
  return {
    name,
    labels: { author: "a person", band: "strong", half: "development", verdicts: {} },
    transcript: [turn],
  };
}

function findingsOf(scenario: Scenario, calibration: readonly CalibrationAnswer[] = []) {
  return lintRubric({ scenario, calibration, sections });
}

function rulesOf(scenario: Scenario, calibration: readonly CalibrationAnswer[] = []): LintRule[] {
  return findingsOf(scenario, calibration).map(({ rule }) => rule);
}

function withCriterion(change: (criterion: Criterion) => Criterion): Scenario {
  const scenario = cleanScenario();
  return { ...scenario, rubric: { criteria: scenario.rubric.criteria.map(change) } };
}

function withCheck(change: Partial<Check>): Scenario {
  return withCriterion((criterion) => ({
    ...criterion,
    checks: criterion.checks.map((check, at) => (at === 0 ? { ...check, ...change } : check)),
  }));
}

function withLevels(levels: Partial<Criterion["levels"]>): Scenario {
  return withCriterion((criterion) => ({ ...criterion, levels: { ...criterion.levels, ...levels } }));
}

function withFlag(asks: string, met = ["Let us simply train it all in."]): Scenario {
  return withCriterion((criterion) => ({
    ...criterion,
    redFlags: [{ id: "flag", minus: 2, asks, met, notMet: [], study: "knowledge-or-behaviour#the-test" }],
  }));
}

function withFact(fact: Partial<Fact>): Scenario {
  const [first] = cleanScenario().facts;
  if (!first) throw new Error("A new draft has a fact.");
  return {
    ...cleanScenario(),
    facts: [first, { id: "other", label: "Other", value: 1, ...fact }],
  };
}

test("of a new draft nothing is said but that its figure needs a source", () => {
  expect(findingsOf(newScenario())).toMatchObject([{ rule: "figure-without-source", field: "facts" }]);
  expect(findingsOf(cleanScenario())).toEqual([]);
});

const planted: [LintRule, string, Scenario][] = [
  ["level-without-descriptor", "criteria[0].levels.2", withLevels({ 2: "TODO" })],
  ["level-without-descriptor", "criteria[0].levels.4", withLevels({ 4: "As 3." })],
  ["level-without-descriptor", "criteria[0].levels.3", withLevels({ 3: "asks for ONE fact, that decides it" })],
  [
    "levels-overlap",
    "criteria[0].levels.3",
    withLevels({ 2: "Explains the cost well.", 3: "Explains the cost very well." }),
  ],
  [
    "levels-overlap",
    "criteria[0].levels.2",
    withLevels({ 1: "Gives some detail on the cost of training.", 2: "Gives more detail on the cost of training." }),
  ],
  [
    "asks-two-things",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate ask how often it changes and propose a test set?" }),
  ],
  [
    "asks-two-things",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate name the volume? Does the candidate name the price?" }),
  ],
  [
    "asks-two-things",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate explain why it fails and what is done first?" }),
  ],
  [
    "asks-two-things",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate repair the index, or say that the bar was never tested?" }),
  ],
  [
    "vague-word",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate choose an appropriate test set?" }),
  ],
  ["vague-word", "criteria[0].levels.3", withLevels({ 3: "Gives a good account of the trade-off." })],
  [
    "not-observable",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Does the candidate understand that the policy changes weekly?" }),
  ],
  [
    "not-observable",
    "criteria[0].checks[0].asks",
    withCheck({ asks: "Is the candidate aware of the price of tokens?" }),
  ],
  ["short-phrasing", "criteria[0].checks[0].notMet[0]", withCheck({ notMet: ["It depends."] })],
  [
    "shared-phrasing",
    "criteria[0].checks[1].met[0]",
    withCheck({ met: ["I choose this, because the policy changes every week!"] }),
  ],
  [
    "shared-phrasing",
    "criteria[0].checks[1].met[0]",
    withCheck({ met: ["So I would choose this since our policy is changing every week."] }),
  ],
  [
    "flag-repeats-check",
    "criteria[0].redFlags[0].asks",
    withFlag("Does the candidate fail to ask how often the documents change?"),
  ],
  [
    "flag-repeats-check",
    "criteria[0].redFlags[0].asks",
    withFlag("Does the candidate take it as settled?", ["It doesn't matter whether the documents ever change."]),
  ],
  [
    "probe-gives-answer",
    "criteria[0].checks[0].probe",
    withCheck({
      met: ["I would compare the held-out accuracy of both designs before the launch."],
      probe: "Would you compare the held-out accuracy of both designs?",
    }),
  ],
  ["figure-without-source", "facts[1].source", withFact({ label: "Price of a million tokens", value: 3, unit: "USD" })],
  ["figure-without-source", "body", { ...cleanScenario(), brief: "The vendor says that it cuts costs by 40 %." }],
  ["no-study-link", "criteria[0].checks[0].study", withCheck({ study: "nothing#here" })],
];

test.each(planted)("%s is found at %s", (rule, field, scenario) => {
  const found = findingsOf(scenario).filter((finding) => finding.rule === rule);
  expect(found.map((finding) => finding.field)).toEqual([field]);
  expect(found[0]).toMatchObject({
    severity: "warning",
    why: expect.stringMatching(/\.$/),
    fix: expect.stringMatching(/\.$/),
  });
});

const nearMisses: [LintRule, Scenario][] = [
  ["level-without-descriptor", withLevels({ 4: "As 3, and names what would change it." })],
  ["levels-overlap", withLevels({ 2: "Names one of the two causes.", 3: "Names both of the two causes." })],
  [
    "levels-overlap",
    withLevels({ 2: "Repeats the tests, or watches a sign.", 3: "Repeats the tests, and watches a sign." }),
  ],
  [
    "asks-two-things",
    withCheck({ asks: "Does the candidate name at least two of: how it is read, and how it is searched?" }),
  ],
  ["asks-two-things", withCheck({ asks: "Does the candidate compare the price and the latency of both designs?" })],
  ["asks-two-things", withCheck({ asks: "Does the candidate name or quote the sheet it comes from?" })],
  [
    "vague-word",
    withCheck({ asks: "Does the candidate choose an appropriate test set, such as the last 200 questions?" }),
  ],
  ["vague-word", withCheck({ asks: "Does the candidate set a good bar of at least 95 %?" })],
  ["vague-word", withCheck({ asks: "Does the candidate ask for the price as well as the volume?" })],
  ["not-observable", withCheck({ asks: "Does the candidate say that the model does not know the documents?" })],
  ["short-phrasing", withCheck({ notMet: ["It depends on much."] })],
  ["shared-phrasing", withCheck({ met: ["I choose this although the policy never changes."] })],
  ["shared-phrasing", withCheck({ notMet: ["I choose this because the policy changes every week."] })],
  ["flag-repeats-check", withFlag("Does the candidate propose to train the changing documents into the model?")],
  ["flag-repeats-check", withFlag("Does the candidate fail to say who pays for the labels?")],
  [
    "probe-gives-answer",
    withCheck({ probe: "What would have to be true of the material for you to choose otherwise?" }),
  ],
  ["figure-without-source", withFact({ label: "Price of a million tokens", value: 3, unit: "USD", source: "S0:41" })],
  ["figure-without-source", withFact({ label: "People on the desk", value: 12 })],
  [
    "figure-without-source",
    { ...cleanScenario(), brief: "It cuts costs by 40 % [S0:41]. There are 12 people and 1000 questions." },
  ],
];

test.each(nearMisses)("%s leaves alone what only looks like it", (rule, scenario) => {
  expect(rulesOf(scenario)).not.toContain(rule);
});

test("a red flag that names nothing to read is found", () => {
  const scenario = withCriterion((criterion) => ({
    ...criterion,
    redFlags: [
      { id: "flag", minus: 2, asks: "Does the candidate train it in?", met: ["Let us train it all in."], notMet: [] },
    ],
  }));
  expect(rulesOf(scenario)).toEqual(["no-study-link"]);
  expect(lintRubric({ scenario: withCheck({ study: "nothing#here" }), calibration: [] })).toEqual([]);
});

test("a competency under five per cent is found, however many criteria it has", () => {
  const [criterion] = cleanScenario().rubric.criteria;
  if (!criterion) throw new Error("A new draft has a criterion.");
  const rubricOf = (...weights: number[]) => ({
    ...cleanScenario(),
    rubric: {
      criteria: weights.map((weight, at): Criterion => {
        const checks = criterion.checks.map((check) => ({
          ...check,
          id: `${check.id}-${at}`,
          met: [`Only said here, at place ${at}.`],
        }));
        return { ...criterion, id: `c${at}`, weight, checks, competency: at === 0 ? "framing" : "economics" };
      }),
    },
  });
  expect(rulesOf(rubricOf(96, 2, 2))).toContain("competency-under-five-percent");
  expect(rulesOf(rubricOf(95, 3, 2))).not.toContain("competency-under-five-percent");
});

test("a position is found that no labelled answer takes", () => {
  const [position] = cleanScenario().positions;
  if (!position) throw new Error("A new draft has a position.");
  const scenario: Scenario = { ...cleanScenario(), positions: [{ ...position, approach: "rag" }, position] };
  const forRetrieval = labelled("strong", "I would use retrieval here, because the policy changes every week.");
  const forPrompt = labelled("partial", "My recommendation is a prompt, because the texts are short.");
  const drafted = { ...forPrompt, labels: { ...forPrompt.labels, drafted: "a model" } };
  expect(rulesOf(scenario, [forRetrieval, forPrompt])).toEqual([]);
  expect(findingsOf(scenario, [forRetrieval])).toMatchObject([
    { rule: "position-nobody-takes", field: "positions[1]" },
  ]);
  expect(rulesOf(scenario, [forRetrieval, drafted])).toEqual(["position-nobody-takes"]);
  expect(rulesOf(scenario, [])).toEqual([]);
});

test("every rule has a planted fault", () => {
  const elsewhere: LintRule[] = ["competency-under-five-percent", "position-nobody-takes"];
  expect(new Set([...planted.map(([rule]) => rule), ...elsewhere])).toEqual(new Set(lintRules));
});

test("over the shipped library the rules find no more than what was read and judged", async () => {
  const scenarios = (await readScenarios("scenarios")).flatMap(({ read }) => read ?? []);
  const pages = (await readPages("content")).flatMap(({ page }) => page ?? []);
  const counts = new Map<LintRule, number>();
  for (const { scenario, calibration } of scenarios) {
    for (const { rule } of lintRubric({ scenario, calibration, sections: sectionsOf(pages) })) {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  const judged: [LintRule, number][] = [
    ["asks-two-things", 39],
    ["vague-word", 9],
    ["short-phrasing", 1],
    ["position-nobody-takes", 49],
    ["figure-without-source", 27],
  ];
  expect([...counts.keys()].filter((rule) => judged.every(([known]) => known !== rule))).toEqual([]);
  for (const [rule, most] of judged) expect(counts.get(rule) ?? 0, rule).toBeLessThanOrEqual(most);
});
