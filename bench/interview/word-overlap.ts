/**
 * Which hidden facts a clarifying question asks for. Each sentence of it is compared with everything known of a fact:
 * its name, the ways of asking that the author wrote down, and what would be told. A sentence whose words are not
 * covered by any fact is the candidate's to assume.
 */
import { isAskedFor } from "#app/domain/interview/hidden-facts.ts";
import type { HiddenFact } from "#app/domain/scenarios/schema.ts";
import {
  matchesIn,
  meaningIn,
  rarityAmong,
  vocabularyOf,
  type Rarity,
  type SaidTerm,
} from "#app/domain/text/likeness.ts";
import { sentencesIn } from "#app/domain/text/words.ts";

/** Weight in common from which a fact is told; a word that only one fact knows weighs about 2. */
const tellFrom = 0.9;
/** Words of the answer say less about what is asked for than ways of asking do. */
const answerShare = 0.6;
/** From here on a word counts as one that question and fact have in common. */
const countsFrom = 0.5;
/** A question of more words than this that has one word in common with a fact has it by accident. */
const shortQuestionWords = 2;
/** A second fact is told with the first only if it fits nearly as well. */
const nearlyAsGood = 0.9;
/** A word that no fact knows may be about anything. */
const strangeWordCost = 0.15;
/** One sentence asks for two things at most; what fits more facts than that asks for none in particular. */
const mostFacts = 2;

/** What a text asks about; a denial does not change that. */
function topicOf(text: string): SaidTerm[] {
  return meaningIn(text).map((term) => ({ ...term, isDenied: false }));
}

type KnownFact = { asks: SaidTerm[]; answer: SaidTerm[] };

/** How well a sentence fits each fact: weight in common less the cost of words that no fact knows, at least 0. */
function fitsOf(topic: readonly SaidTerm[], known: readonly KnownFact[], rarity: Rarity): number[] {
  const vocabulary = vocabularyOf(topic);
  const places = topic.map((term) => ({ at: vocabulary.placeOf(term) ?? -1, weight: rarity(term) }));
  const matches = known.map(({ asks, answer }) => {
    const [asked, told] = [matchesIn(asks, vocabulary), matchesIn(answer, vocabulary)];
    return places.map(({ at }) => Math.max(asked[at] ?? 0, answerShare * (told[at] ?? 0)));
  });
  const strange = places.filter((_, nth) => matches.every((match) => match[nth] === 0)).length;
  return matches.map((match) => {
    const inCommon = match.filter((each) => each >= countsFrom).length;
    if (inCommon < 2 && topic.length > shortQuestionWords) return 0;
    const weight = places.reduce((sum, place, nth) => sum + place.weight * (match[nth] ?? 0), 0);
    return Math.max(0, weight - strangeWordCost * strange);
  });
}

/** The facts to tell, in the order they are asked for, each once. */
export function findByWordOverlap(hiddenFacts: readonly HiddenFact[], question: string): HiddenFact[] {
  const known = hiddenFacts.map((fact) => ({
    asks: topicOf(`${fact.id.replaceAll("-", " ")}. ${fact.asks.join(" ")}`),
    answer: topicOf(fact.answer),
  }));
  const rarity = rarityAmong(known.map(({ asks, answer }) => [...asks, ...answer]));
  const found = new Set<HiddenFact>();
  for (const { start, end } of sentencesIn(question)) {
    const sentence = question.slice(start, end);
    const asWritten = hiddenFacts.filter((fact) => isAskedFor(fact, sentence));
    const fits = fitsOf(topicOf(sentence), known, rarity);
    const least = Math.max(tellFrom, Math.max(...fits) * nearlyAsGood);
    const fitting = hiddenFacts.filter((_, at) => (fits[at] ?? 0) >= least);
    const told = asWritten.length > 0 ? asWritten : fitting;
    if (told.length <= mostFacts) for (const fact of told) found.add(fact);
  }
  return [...found];
}
