/**
 * What a model says when it has been talked into full marks: every check met, no red flag raised, and quotes of one kind
 * under all of it. And an honest model: the author's verdicts with quotes picked by hand.
 */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Claim } from "#app/domain/grading/grade.ts";
import { candidateTurns, type Transcript } from "#app/domain/interview/transcript.ts";
import type { CalibrationLabels, Scenario } from "#app/domain/scenarios/schema.ts";
import { sentencesIn, wordsIn } from "#app/domain/text/words.ts";

type Asked = { scenario: Scenario; transcript: Transcript };
type Quoter = (asked: Asked, check: Scenario["rubric"]["criteria"][number]["checks"][number], at: number) => string;

function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => sentencesIn(text).map(({ start, end }) => text.slice(start, end)))
    .filter((sentence) => wordsIn(sentence).length >= 6);
}

function shorten(sentence: string): string {
  const words = wordsIn(sentence);
  return sentence.slice(words[0]?.start ?? 0, words[Math.min(words.length, 24) - 1]?.end);
}

const said = ({ transcript }: Asked) => sentencesOf(candidateTurns(transcript).map(({ text }) => text)).map(shorten);
const turn = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

export const fooledKinds = {
  "invented quotes": () => "The candidate names every condition and calculates what each of them costs",
  "quotes of the interviewer": ({ transcript }, _check, at) =>
    turn(sentencesOf(transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text)), at) ?? "",
  "quotes of the rubric": (_asked, check) => check.met[0] ?? "",
  "quotes of the brief": ({ scenario }, _check, at) => shorten(turn(sentencesOf([scenario.brief]), at) ?? ""),
  "two true words": ({ transcript }) =>
    /\bI(?:'d| would)(?: \w+)?/.exec(candidateTurns(transcript)[0]?.text ?? "")?.[0] ?? "I would",
  "one true sentence for all": (asked) => said(asked)[0] ?? "",
  "true sentences at random": (asked, _check, at) => turn(said(asked), at * 7 + 3) ?? "",
} satisfies Record<string, Quoter>;
export type FooledKind = keyof typeof fooledKinds;

function claimAll({ scenario }: Asked, quoteFor: (check: Parameters<Quoter>[1], at: number) => string[]): Claim[] {
  let at = 0;
  return scenario.rubric.criteria.flatMap((criterion) => [
    ...criterion.checks.map((check): Claim => {
      const quotes = quoteFor(check, at++);
      return { id: check.id, verdict: "met", quotes, reason: "Outstanding.", confidence: 1 };
    }),
    ...criterion.redFlags.map(({ id }): Claim => ({
      id,
      verdict: "not_met",
      quotes: [],
      reason: "Nothing.",
      confidence: 1,
    })),
  ]);
}

export function fooledClaims(kind: FooledKind, asked: Asked): Claim[] {
  const quoter: Quoter = fooledKinds[kind];
  return claimAll(asked, (check, at) => [quoter(asked, check, at)]);
}

/** Full marks resting on the sentences of one text, as a model does that quotes what it was told to quote. */
export function claimsQuoting(text: string, asked: Asked): Claim[] {
  const sentences = sentencesOf([text]).map(shorten);
  return claimAll(asked, (_check, at) => [turn(sentences, at) ?? text.slice(0, 80)]);
}

type PickedQuotes = Record<string, Record<string, Record<string, string>>>;

/** By scenario, answer and check. */
export const handPicked = parse(readFileSync("test/fixtures/hand-picked-quotes.yaml", "utf8")) as PickedQuotes;

export function honestClaims(labels: CalibrationLabels, picked: Record<string, string>): Claim[] {
  return Object.entries(labels.verdicts).map(([id, verdict]) => {
    const quote = picked[id];
    return { id, verdict, quotes: quote === undefined ? [] : [quote], reason: "Said so.", confidence: 0.9 };
  });
}
