/**
 * Which hidden facts a clarifying question asks for. Each sentence of it is compared with everything known of a fact:
 * its name, the ways of asking that the author wrote down, and what would be told. A sentence whose words are not
 * covered by any fact is the candidate's to assume.
 */
import type { HiddenFact } from "../scenarios/schema.ts";
import { indexSaid, matchIn, meaningIn, rarityAmong, type SaidTerm } from "../text/likeness.ts";
import { sentencesIn } from "../text/words.ts";

/** Weight in common from which a fact is told; a word that only one fact knows weighs about 2. */
const tellFrom = 1.1;
/** Words of the answer say less about what is asked for than ways of asking do. */
const answerShare = 0.6;
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

/** The facts to tell, in the order they are asked for, each once. */
export function findHiddenFacts(hiddenFacts: readonly HiddenFact[], question: string): HiddenFact[] {
  const known = hiddenFacts.map((fact) => ({
    fact,
    asks: topicOf(`${fact.id.replaceAll("-", " ")}. ${fact.asks.join(" ")}`),
    answer: topicOf(fact.answer),
  }));
  const rarity = rarityAmong(known.map(({ asks, answer }) => [...asks, ...answer]));
  const everything = indexSaid(known.flatMap(({ asks, answer }) => [...asks, ...answer]));
  const indexed = known.map(({ fact, asks, answer }) => ({ fact, asks: indexSaid(asks), answer: indexSaid(answer) }));
  const fitOf = (topic: readonly SaidTerm[], { asks, answer }: (typeof indexed)[number]) => {
    let fit = 0;
    for (const term of topic) {
      const match = Math.max(matchIn(term, asks), answerShare * matchIn(term, answer));
      fit += matchIn(term, everything) === 0 ? -strangeWordCost : match * rarity(term);
    }
    return fit;
  };
  const found = new Set<HiddenFact>();
  for (const { start, end } of sentencesIn(question)) {
    const topic = topicOf(question.slice(start, end));
    const fits = indexed.map((each) => ({ fact: each.fact, fit: fitOf(topic, each) }));
    const best = Math.max(0, ...fits.map(({ fit }) => fit));
    const told = fits.filter(({ fit }) => fit >= tellFrom && fit >= best * nearlyAsGood);
    if (told.length <= mostFacts) for (const { fact } of told) found.add(fact);
  }
  return [...found];
}
