/**
 * What the interviewer knows of the answers so far: the offline grader's verdicts and how sure they are, wrong numbers,
 * sayings that do not agree, and how much of the newest answer bears on the situation. Quick enough for every turn.
 */
import type { WrongNumber } from "../interview/lead-in.ts";
import type { Reading } from "../interview/plan-next.ts";
import { isQuestion } from "../interview/session.ts";
import type { Transcript } from "../interview/transcript.ts";
import type { Rubric, Scenario } from "../scenarios/schema.ts";
import { meaningOf } from "../text/likeness.ts";
import { termsOf } from "../text/synonyms.ts";
import { sentencesIn, wordsIn } from "../text/words.ts";
import { withoutOversized } from "./findings/diagram-sources.ts";
import type { NumberFinding } from "./findings/findings.ts";
import { restsOn, withNumbers } from "./findings/numbers/with-numbers.ts";
import { withDiagrams } from "./findings/with-diagrams.ts";
import { findIn } from "./grade-transcript.ts";
import type { Claim } from "./grade.ts";
import { claimOffline } from "./offline/offline-grader.ts";
import { findSelfContradiction } from "./self-contradiction.ts";

const amountIn = (written: string | null) =>
  Number(/[\d,]+(?:\.\d+)?/.exec(written ?? "")?.[0].replaceAll(",", "") ?? Number.NaN);
const ofTime = /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/;

/** A figure that is far from the given one is more likely about something else, unless it is off by zeros alone. */
function isMisremembered(claimed: string, given: string): boolean {
  const ratio = amountIn(claimed) / amountIn(given);
  const zeros = Math.log10(ratio);
  return (ratio >= 0.5 && ratio <= 2) || Math.abs(zeros - Math.round(zeros)) < 1e-9;
}

/**
 * What a sum is made of, or what was given, without what comes out. Null where it is not plain enough to be held up: a
 * change of unit, an amount that comes out as it was said, a time or a rate of something that the sum does not speak of.
 */
function factsOf({ reason, claimed, computed }: NumberFinding): Pick<WrongNumber, "facts" | "kind"> | null {
  const given = /^You were told (.+?), not /.exec(reason)?.[1];
  if (given) return isMisremembered(claimed, given) ? { facts: given, kind: "given" } : null;
  const sum = /^(.+?) = /.exec(reason)?.[1];
  if (!sum || /÷ 60\b/.test(sum) || amountIn(claimed) === amountIn(computed)) return null;
  const per = /\bper (?:\S+ )?(\p{L}+)$/u.exec(claimed)?.[1];
  if (per && !sum.includes(per)) return null;
  const isUntimed =
    ofTime.test(claimed.replace(/ (?:a|per) \w+$/, "")) && !/hour|minute|second|day|week|month|year/.test(sum);
  return isUntimed ? null : { facts: sum, kind: "sum" };
}

/** The criteria whose checks rest on a number, then those of money. */
function criteriaOf(number: NumberFinding, { criteria }: Rubric, claims: readonly Claim[]): string[] {
  const resting = new Set(
    claims.filter(({ quotes }) => quotes.some((quote) => restsOn(quote, number))).map(({ id }) => id),
  );
  const stands = criteria.filter(({ checks }) => checks.some(({ id }) => resting.has(id)));
  const economics = criteria.filter(({ competency }) => competency === "economics");
  return [...new Set([...stands, ...economics].map(({ id }) => id))];
}

/** How surely a check is not met: a claim's confidence is in its verdict. */
const doubtOf = ({ verdict, confidence }: Claim) => (verdict === "met" ? 1 - confidence : confidence);

const termsIn = (text: string) => termsOf(wordsIn(text)).filter(({ isFunctionWord }) => !isFunctionWord);

const matters = new WeakMap<Scenario, ReadonlySet<string>>();

/** What the situation and its questions are about, by meaning. */
function matterOf(scenario: Scenario): ReadonlySet<string> {
  let matter = matters.get(scenario);
  if (!matter) {
    const { brief, facts, hiddenFacts, positions, opening, twist, rubric } = scenario;
    const phrasings = rubric.criteria.flatMap(({ checks, redFlags }) => [
      ...checks.flatMap(({ asks, met, notMet, probe }) => [asks, probe, ...met, ...notMet]),
      ...redFlags.flatMap(({ met, notMet }) => [...met, ...notMet]),
    ]);
    const told = [...hiddenFacts.map(({ answer }) => answer), ...facts.map(({ label }) => label)];
    const texts = [brief, opening, twist?.change ?? "", twist?.asks ?? "", ...positions.map(({ when }) => when)];
    matter = new Set([...texts, ...told, ...phrasings].flatMap((text) => termsIn(text).map(meaningOf)));
    matters.set(scenario, matter);
  }
  return matter;
}

/** Share of a sentence's words from which it is about the situation. */
const aboutFrom = 0.55;

/** The share of words in sentences about the situation; 1 where nothing was said. */
export function bearingOf(scenario: Scenario, text: string): number {
  const matter = matterOf(scenario);
  let [about, all] = [0, 0];
  for (const span of sentencesIn(text)) {
    const terms = termsIn(text.slice(span.start, span.end));
    const known = terms.filter((term) => matter.has(meaningOf(term))).length;
    all += terms.length;
    if (known >= aboutFrom * terms.length) about += terms.length;
  }
  return all === 0 ? 1 : about / all;
}

/** The reading after the newest answer of a transcript. */
export function readInterview(
  scenario: Scenario,
  given: Transcript,
): Reading & { verdicts: Map<string, Claim["verdict"]> } {
  const transcript = withoutOversized(given);
  const findings = findIn(scenario, given);
  const claims = claimOffline(scenario.rubric, transcript);
  const counted = withNumbers(
    scenario.rubric,
    withDiagrams(scenario.rubric, claims, findings.diagrams),
    findings.numbers,
  );
  const newest = given.slice(given.findLastIndex(isQuestion) + 1).filter(({ speaker }) => speaker === "candidate");
  const from = newest[0]?.seq ?? Number.POSITIVE_INFINITY;
  const wrongNumbers = findings.numbers.flatMap((number): WrongNumber[] => {
    const facts = number.verdict === "wrong" && number.quote.seq >= from ? factsOf(number) : null;
    if (!facts) return [];
    const criterionIds = criteriaOf(number, scenario.rubric, claims);
    return [{ seq: number.quote.seq, claimed: number.claimed, criterionIds, ...facts }];
  });
  const said = newest.filter(({ kind }) => kind === "answer").map(({ text }) => text);
  return {
    verdicts: new Map(counted.map(({ id, verdict }) => [id, verdict])),
    doubts: new Map(counted.map((claim) => [claim.id, doubtOf(claim)])),
    wrongNumbers,
    contradiction: findSelfContradiction(given),
    bearing: bearingOf(scenario, said.join("\n")),
  };
}
