/** The table of all rules, why each matters and how its findings are mended, and one reading of a scenario by all of them. */
import { competencyUnderFivePercent, positionNobodyTakes, probeGivesAnswer } from "./interview.ts";
import { levelsOverlap, levelWithoutDescriptor } from "./levels.ts";
import { lintRules, type Linted, type LintFinding, type LintRule, type LintSource } from "./lint-finding.ts";
import { flagRepeatsCheck, sharedPhrasing, shortPhrasing } from "./phrasings.ts";
import { asksTwoThings, notObservable, vagueWord } from "./questions.ts";
import { figureWithoutSource, noStudyLink } from "./sourcing.ts";

type Rule = { find: LintSource; why: string; fix: string };

const rules: Record<LintRule, Rule> = {
  "level-without-descriptor": {
    find: levelWithoutDescriptor,
    why: "Two people who read the same answer cannot agree on a level that nothing describes.",
    fix: "Write what an answer of this level shows that the level below does not.",
  },
  "levels-overlap": {
    find: levelsOverlap,
    why: "Levels that differ only in degree are given by feeling, and each reader feels otherwise.",
    fix: "Name one thing that the upper level has and the lower lacks: a fact, a step, a number, a condition.",
  },
  "asks-two-things": {
    find: asksTwoThings,
    why: "Readers differ on an answer that has one of the two, and the scorecard cannot say which was missing.",
    fix: "Make two checks of it and divide the points, or keep the half that matters more.",
  },
  "vague-word": {
    find: vagueWord,
    why: "What one reader takes for it, another does not.",
    fix: "Say what it looks like in an answer: add “such as …”, a number, or the words a candidate would use.",
  },
  "not-observable": {
    find: notObservable,
    why: "A transcript shows what somebody says, not what they have in mind; the grader has to quote it.",
    fix: "Ask for what a candidate who has it would say, ask, draw or calculate.",
  },
  "short-phrasing": {
    find: shortPhrasing,
    why: "So few words are found by accident in answers that mean something else.",
    fix: "Write the whole sentence that a candidate would say.",
  },
  "shared-phrasing": {
    find: sharedPhrasing,
    why: "One sentence then counts twice, or for and against, and the checks measure the same.",
    fix: "Keep it where it belongs, and give the other check a sentence that meets it alone.",
  },
  "flag-repeats-check": {
    find: flagRepeatsCheck,
    why: "Whoever misses the check loses its points and pays for the red flag as well.",
    fix: "Let the flag name a mistake that somebody makes, not something that is missing; or leave it out.",
  },
  "competency-under-five-percent": {
    find: competencyUnderFivePercent,
    why: "Nobody's score shows whether they have it, although the scorecard reports on it.",
    fix: "Raise the weight, or put its checks under another competency.",
  },
  "probe-gives-answer": {
    find: probeGivesAnswer,
    why: "Whoever repeats the question then meets the check.",
    fix: "Ask about the situation, so that the words that meet the check have to come from the candidate.",
  },
  "position-nobody-takes": {
    find: positionNobodyTakes,
    why: "Nothing shows yet that the rubric grades this position by its reasons.",
    fix: "Add a sample answer that argues for it, and label what a grader should find.",
  },
  "figure-without-source": {
    find: figureWithoutSource,
    why: "Who reads it cannot tell a measured figure from one that was made up.",
    fix: "Name the line it is from, as S0:385; what the brief states belongs among the facts as well.",
  },
  "no-study-link": {
    find: noStudyLink,
    why: "Whoever misses it is told that it was missing and not where to learn it.",
    fix: "Name a page and section of the study pages, as knowledge-or-behaviour#the-test.",
  },
};

/** All findings are warnings, in the order of the rules. */
export function lintRubric(linted: Linted): LintFinding[] {
  return lintRules.flatMap((rule) => {
    const { find, why, fix } = rules[rule];
    return find(linted).map((found) => ({ ...found, severity: "warning" as const, rule, why, fix }));
  });
}
