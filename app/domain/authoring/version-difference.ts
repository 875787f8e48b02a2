/**
 * What changed between two versions of a scenario, field by field in reading order, in words for people. Facts, criteria
 * and checks are matched by their names, so that one that only moved is told as moved.
 */
import { approachName } from "../scenarios/approach.ts";
import { competencyName } from "../scenarios/competency.ts";
import type { Check, Criterion, Fact, HiddenFact, Position, RedFlag, Scenario } from "../scenarios/schema.ts";
import { titleOfCriterion } from "../scenarios/schema.ts";
import { compareFields, compareItems, compareLists, compareTexts, type VersionChange } from "./version-change.ts";

type Both<T> = { was: T; is: T };

function compareSituation({ was, is }: Both<Scenario>): VersionChange[] {
  return [
    ...compareFields(
      "",
      { was, is },
      {
        Title: ({ title }) => title,
        Summary: ({ summary }) => summary,
        Kind: ({ kind }) => kind,
        Level: ({ level }) => level,
        Minutes: ({ minutes }) => minutes,
        "Follow-up questions": ({ followUps }) => followUps,
      },
    ),
    ...compareLists(
      "Competencies",
      was.competencies.map((each) => competencyName[each]),
      is.competencies.map((each) => competencyName[each]),
    ),
    ...compareLists("Sources", was.sources, is.sources),
    ...compareTexts("Brief", was.brief, is.brief),
  ];
}

function valueOf({ value, unit }: Fact): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

function compareFacts({ was, is }: Both<Scenario>): VersionChange[] {
  const facts = compareItems<Fact>({
    was: was.facts,
    is: is.facts,
    keyOf: ({ id }) => id,
    nameOf: ({ id }) => `Fact ${id}`,
    summaryOf: (fact) => `${fact.label}: ${valueOf(fact)}`,
    compare: (name, both) =>
      compareFields(`${name}: `, both, { label: ({ label }) => label, value: valueOf, source: ({ source }) => source }),
  });
  const hidden = compareItems<HiddenFact>({
    was: was.hiddenFacts,
    is: is.hiddenFacts,
    keyOf: ({ id }) => id,
    nameOf: ({ id }) => `Hidden fact ${id}`,
    summaryOf: ({ answer }) => answer,
    compare: (name, both) => [
      ...compareLists(`${name}: ways of asking`, both.was.asks, both.is.asks),
      ...compareFields(`${name}: `, both, { answer: ({ answer }) => answer }),
    ],
  });
  return [...facts, ...hidden];
}

function comparePositions({ was, is }: Both<Scenario>): VersionChange[] {
  return compareItems<Position>({
    was: was.positions,
    is: is.positions,
    keyOf: ({ approach }) => approach,
    nameOf: ({ approach }) => `Position ${approachName[approach]}`,
    summaryOf: ({ strength, when }) => `${strength}: ${when}`,
    compare: (name, both) => [
      ...compareFields(`${name}: `, both, { strength: ({ strength }) => strength, when: ({ when }) => when }),
      ...compareLists(`${name}: sources`, both.was.sources ?? [], both.is.sources ?? []),
    ],
  });
}

function compareInterview({ was, is }: Both<Scenario>): VersionChange[] {
  return [
    ...compareTexts("Opening question", was.opening, is.opening),
    ...compareFields(
      "Twist: ",
      { was, is },
      {
        "after answer": ({ twist }) => twist?.after,
        "what changes": ({ twist }) => twist?.change,
        question: ({ twist }) => twist?.asks,
        "best from then on": ({ twist }) => (twist?.best ? approachName[twist.best] : undefined),
      },
    ),
    ...compareLists("Rules for drawings", was.diagramRules, is.diagramRules),
  ];
}

function comparePhrasings(name: string, { was, is }: Both<Pick<Check, "met" | "notMet">>): VersionChange[] {
  return [
    ...compareLists(`${name}: said when it is met`, was.met, is.met),
    ...compareLists(`${name}: said when it is not`, was.notMet, is.notMet),
  ];
}

function compareCheck(name: string, both: Both<Check>): VersionChange[] {
  return [
    ...compareFields(`${name}: `, both, {
      title: ({ title }) => title,
      points: ({ points }) => points,
      "only after the twist": ({ afterTwist }) => afterTwist ?? false,
      "what it asks": ({ asks }) => asks,
    }),
    ...comparePhrasings(name, both),
    ...compareFields(`${name}: `, both, {
      "follow-up question": ({ probe }) => probe,
      "where to read about it": ({ study }) => study,
      "met by a drawing": ({ diagramRule }) => diagramRule,
    }),
  ];
}

function compareRedFlag(name: string, both: Both<RedFlag>): VersionChange[] {
  return [
    ...compareFields(`${name}: `, both, {
      title: ({ title }) => title,
      "points it costs": ({ minus }) => minus,
      "what it asks": ({ asks }) => asks,
    }),
    ...comparePhrasings(name, both),
    ...compareFields(`${name}: `, both, { "where to read about it": ({ study }) => study }),
  ];
}

function compareCriterion(name: string, both: Both<Criterion>): VersionChange[] {
  return [
    ...compareFields(`${name}: `, both, {
      title: ({ title }) => title,
      competency: ({ competency }) => competencyName[competency],
      weight: ({ weight }) => weight,
      "level 0": ({ levels }) => levels[0],
      "level 1": ({ levels }) => levels[1],
      "level 2": ({ levels }) => levels[2],
      "level 3": ({ levels }) => levels[3],
      "level 4": ({ levels }) => levels[4],
    }),
    ...compareItems<Check>({
      was: both.was.checks,
      is: both.is.checks,
      keyOf: ({ id }) => id,
      nameOf: ({ id }) => `${name}, check ${id}`,
      summaryOf: ({ asks, points }) => `${asks} (${points} points)`,
      compare: compareCheck,
    }),
    ...compareItems<RedFlag>({
      was: both.was.redFlags,
      is: both.is.redFlags,
      keyOf: ({ id }) => id,
      nameOf: ({ id }) => `${name}, red flag ${id}`,
      summaryOf: ({ asks, minus }) => `${asks} (costs ${minus} points)`,
      compare: compareRedFlag,
    }),
  ];
}

function compareRubric({ was, is }: Both<Scenario>): VersionChange[] {
  return compareItems<Criterion>({
    was: was.rubric.criteria,
    is: is.rubric.criteria,
    keyOf: ({ id }) => id,
    nameOf: (criterion) => `Criterion ${titleOfCriterion(criterion)}`,
    summaryOf: ({ weight, checks }) => `weight ${weight}, checks ${checks.map(({ id }) => id).join(", ")}`,
    compare: compareCriterion,
  });
}

function compareHints({ was, is }: Both<Scenario>): VersionChange[] {
  const checks = [...new Set([...Object.keys(is.hints), ...Object.keys(was.hints)])];
  return checks.flatMap((id) =>
    [0, 1, 2].flatMap((step) => compareTexts(`Hint ${step + 1} of ${id}`, was.hints[id]?.[step], is.hints[id]?.[step])),
  );
}

export function differenceOf(before: Scenario, after: Scenario): VersionChange[] {
  const both = { was: before, is: after };
  return [
    ...compareSituation(both),
    ...compareFacts(both),
    ...comparePositions(both),
    ...compareInterview(both),
    ...compareRubric(both),
    ...compareHints(both),
  ];
}
