/** What the interview needs of a rubric: weights that count, follow-up questions without the answer, positions somebody takes. */
import { takenPosition } from "../../grading/scorecard/taken-position.ts";
import { isLabelled } from "../../grading/calibration/calibration.ts";
import { approachName } from "../../scenarios/approach.ts";
import { competencyName } from "../../scenarios/competency.ts";
import { sharesRun, wordRuns } from "../../text/word-runs.ts";
import { weightShares } from "../form/weight-shares.ts";
import { contentWords } from "./content-words.ts";
import { checksOf, criteriaOf, inRubric, type Found, type Linted, type LintSource } from "./lint-finding.ts";

const leastPercent = 5;

export const competencyUnderFivePercent: LintSource = (linted) => {
  const shares = weightShares(linted.scenario.rubric.criteria);
  const criteria = criteriaOf(linted).map((each, at) => ({ ...each, percent: shares[at]?.percent ?? 0 }));
  const competencies = new Set(criteria.map(({ item }) => item.competency));
  return [...competencies].flatMap((competency): Found[] => {
    const own = criteria.filter(({ item }) => item.competency === competency);
    const percent = own.reduce((sum, each) => sum + each.percent, 0);
    const [first] = own;
    if (!first || percent >= leastPercent) return [];
    const named = `${competencyName[competency]} has ${Math.round(percent * 10) / 10} % of the score`;
    return [inRubric(`${first.field}.weight`, `${named}: under ${leastPercent} %`)];
  });
};

/** Words that a candidate has before any question. */
function givenWords({ scenario }: Linted): Set<string> {
  const { title, summary, brief, opening, facts, twist } = scenario;
  const told = [title, summary, brief, opening, twist?.change ?? "", twist?.asks ?? ""];
  return contentWords(
    [...told, ...facts.map(({ label, value, unit }) => `${label} ${value} ${unit ?? ""}`)].join("\n"),
  );
}

/** From this share of a phrasing's own words on, of this many at least, a question says it beforehand. */
const gives = { share: 0.5, fewest: 3 };

function ownWordsOf(text: string, given: ReadonlySet<string>): string[] {
  return [...contentWords(text)].filter((word) => !given.has(word));
}

/** The phrasing that a follow-up question gives away; null where it gives none. */
function givenAway(probe: string, met: readonly string[], given: ReadonlySet<string>): string | null {
  const said = contentWords(probe);
  const found = met.find((phrasing) => {
    const own = ownWordsOf(phrasing, given);
    const shared = own.filter((word) => said.has(word));
    const isRun = sharesRun(probe, wordRuns([phrasing])) && shared.length > 0;
    return isRun || (shared.length >= gives.fewest && shared.length >= gives.share * own.length);
  });
  return found ?? null;
}

export const probeGivesAnswer: LintSource = (linted) => {
  const given = givenWords(linted);
  return checksOf(linted).flatMap(({ field, item }): Found[] => {
    const phrasing = givenAway(item.probe, item.met, given);
    return phrasing === null ? [] : [inRubric(`${field}.probe`, `says beforehand what meets the check: “${phrasing}”`)];
  });
};

export const positionNobodyTakes: LintSource = (linted) => {
  const { scenario } = linted;
  const answers = linted.calibration.filter(isLabelled);
  if (answers.length === 0) return [];
  const taken = new Set(
    answers.flatMap(({ transcript }) => [takenPosition(transcript, scenario.twist), takenPosition(transcript)]),
  );
  return scenario.positions.flatMap(({ approach, strength }, at): Found[] => {
    if (taken.has(approach)) return [];
    const message = `no sample answer argues for ${approachName[approach]}, which is ${strength} here`;
    return [{ file: "scenario.md", field: `positions[${at}]`, message }];
  });
};
