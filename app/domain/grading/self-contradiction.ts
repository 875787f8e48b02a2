/**
 * Whether the newest answer says the contrary of an earlier one: another approach chosen, or the same matter denied. Meant
 * to be asked about, so it keeps quiet in doubt: conditions, comparisons and changes of mind are no contradiction, and a
 * twist or a fact told in between explains another choice.
 */
import type { Contradiction } from "../interview/lead-in.ts";
import type { Transcript, Turn } from "../interview/transcript.ts";
import type { Approach } from "../scenarios/approach.ts";
import { featureNames, featuresOf } from "../statements/features.ts";
import { preparePassage } from "../statements/passage.ts";
import { rarityOver } from "../statements/rarity.ts";
import { prepareStatements } from "../statements/statement.ts";
import { readText } from "../text/reading.ts";
import { sentencesIn, wordsIn } from "../text/words.ts";
import { approachesIn, decisivePart } from "./scorecard/taken-position.ts";

type Sentence = { seq: number; quote: string };

const changesMind =
  /\b(chang(?:e|ed|ing|es) my (?:mind|answer|view)|on (?:second thoughts?|reflection)|thinking about it|actually|was wrong|(?:take|taking) (?:that|it|this) back|scratch that|correct myself|reconsider|rethink|revise|now that|given (?:that|what|this)|having heard|in that case|earlier i|i said|as i said|what i said|forget what|instead of what|after all|come to think)\b/i;

/** What is said under a condition, in order, as a possibility or by comparison is not said outright. */
const hedged =
  /\b(if|unless|until|once|when|whenever|while|without|only|would|could|might|may|maybe|perhaps|first|then|later|eventually|after|before|next|baseline|start|begin|for now|today|at first|initially|also|plus|both|combin\w*|together|alongside|but|except|although|though|instead|rather|than|or|either|neither|sometimes|usually|often|mostly|some|alone|by itself|yet)\b/i;

const chooses =
  /\b(?:(?:my|our) (?:\w+ )?(?:recommendation|choice|answer|pick|position|decision|proposal|advice) (?:is|stays|remains)|i(?:['\u2019]d| would|['\u2019]ll| will)? (?:still |just |simply |definitely |clearly )?(?:recommend|choose|chose|pick|go (?:with|for)|stick (?:with|to)|stay with|settle (?:on|for)|opt for|decide (?:for|on)|use|build|do)|i(?:['\u2019]m| am) going (?:with|for)|we (?:should|must|need to|will) (?:just |simply )?(?:use|build|choose|go (?:with|for)|do|fine-?tune|train|prompt)|i(?:['\u2019]d| would|['\u2019]ll| will) (?:just |simply |definitely )?(?:fine-?tune|train|retrieve)|(?:the (?:right|best) (?:answer|choice|approach|tool|thing)(?: here)? is))\b/i;
/** A choice is worded with "would" as a rule. */
const hedgedChoice = new RegExp(
  `${hedged.source.replace("would|", "")}|(?<!\\bgo )\\bfor (?:the|that|this|its|our|their|all|what)\\b`,
  "i",
);

function sentencesOf({ seq, kind, text }: Turn): Sentence[] {
  if (kind !== "answer") return [];
  return sentencesIn(text)
    .map(({ start, end }) => ({ seq, quote: text.slice(start, end).trim() }))
    .filter(({ quote }) => !quote.includes("?") && !/["\u201c\u201d]/.test(quote));
}

type Choice = Sentence & { approach: Approach };

/** Sentences that choose one approach outright. */
function choicesIn(sentences: readonly Sentence[]): Choice[] {
  return sentences.flatMap((sentence) => {
    const part = decisivePart(sentence.quote);
    if (part === "" || !chooses.test(part) || hedgedChoice.test(sentence.quote)) return [];
    const [approach, another] = approachesIn(part);
    return approach && !another && approach !== "hybrid" ? [{ ...sentence, approach }] : [];
  });
}

/** Approaches that are spoken for at all, however faintly. */
function favoured(sentences: readonly Sentence[]): Set<Approach> {
  return new Set(sentences.flatMap(({ quote }) => approachesIn(quote)));
}

function otherChoice(earlier: readonly Sentence[], later: readonly Sentence[]): Contradiction | null {
  const [before, now] = [choicesIn(earlier), choicesIn(later)];
  const [first, second] = [before[0], now[0]];
  if (!first || !second || first.approach === second.approach) return null;
  const isOne = (choices: readonly Choice[]) => choices.every(({ approach }) => approach === choices[0]?.approach);
  if (!isOne(before) || !isOne(now)) return null;
  const [then, since] = [favoured(earlier), favoured(later)];
  const leavesRoom =
    then.has(second.approach) || since.has(first.approach) || then.has("hybrid") || since.has("hybrid");
  return leavesRoom ? null : { earlier: first, later: second };
}

/** How much of each of two sentences has to be in the other before one can deny the other. */
const sameMatter = { coverage: 0.62, balance: 0.62 };
const surelyContrary = 0.75;
const fewestWords = 3;
const mostSentences = 60;

const placeOf = (name: (typeof featureNames)[number]) => featureNames.indexOf(name);
const places = { coverage: placeOf("coverage"), balance: placeOf("balance"), contrary: placeOf("contrary") };

const isOutright = ({ quote }: Sentence) =>
  !hedged.test(quote) && wordsIn(quote).filter(({ isFunctionWord }) => !isFunctionWord).length >= fewestWords;

function denial(earlier: readonly Sentence[], later: readonly Sentence[]): Contradiction | null {
  const [stated, said] = [earlier, later].map((all) => all.filter(isOutright).slice(0, mostSentences));
  if (!stated?.length || !said?.length) return null;
  const rarity = rarityOver([...stated, ...said].map(({ quote }) => quote));
  const book = prepareStatements(
    stated.map(({ quote }) => ({ references: [quote] })),
    { rarity },
  );
  for (const second of said) {
    const passage = preparePassage(book, readText(second.quote), { guarded: false });
    for (const [at, first] of stated.entries()) {
      const features = featuresOf(book.statements[at] ?? { phrasings: [] }, passage);
      const isSame =
        (features[places.coverage] ?? 0) >= sameMatter.coverage &&
        (features[places.balance] ?? 0) >= sameMatter.balance;
      if (isSame && (features[places.contrary] ?? 0) >= surelyContrary) return { earlier: first, later: second };
    }
  }
  return null;
}

const isQuestion = ({ kind, speaker }: Turn) => speaker === "interviewer" && (kind === "question" || kind === "twist");

/** Null where the newest answer agrees with all before it, or says why it does not. */
export function findSelfContradiction(transcript: Transcript): Contradiction | null {
  const from = transcript.findLastIndex(isQuestion) + 1;
  const newest = transcript.slice(from).filter(({ speaker }) => speaker === "candidate");
  if (newest.some(({ text }) => changesMind.test(text))) return null;
  const later = newest.flatMap(sentencesOf);
  const explainedAt = transcript.findLastIndex(({ kind, factId }) => kind === "twist" || factId !== null);
  const before = transcript.slice(0, from).filter(({ speaker }) => speaker === "candidate");
  const sinceExplained = before.filter(({ seq }) => seq > (transcript[explainedAt]?.seq ?? 0)).flatMap(sentencesOf);
  return otherChoice(sinceExplained, later) ?? denial(sinceExplained, later);
}
