/**
 * Whether a candidate says that they do not know, and leaves it at that. Somebody who says so and then reasons on has
 * answered.
 */
import { wordsIn } from "../text/words.ts";

const notKnowing =
  /\b(?:i (?:really |honestly |just |simply )?(?:don['\u2019]?t|do not|wouldn['\u2019]?t|would not) (?:really |honestly )?know|(?:i have |i['\u2019]ve )?(?:got )?no (?:idea|clue|answer)|not (?:really |at all |entirely )?sure|i['\u2019]?m (?:lost|stuck|stumped)|i (?:can['\u2019]?t|cannot|couldn['\u2019]?t) (?:say|answer|tell)|(?:i['\u2019]ll|i will|can i|i|^\W*)\s*(?:pass|skip)\b(?! through| on to| over| the)|haven['\u2019]?t (?:a clue|thought|come across|done)|never (?:thought|come across|done)|(?:beyond|outside) (?:me|my|what i)|over my head|dunno|idk)\b/i;

/** What follows is a guess with its reason, and that is an answer. */
const reasonsOn =
  /\b(?:before|until|that is why|perhaps|maybe|probably|but|because|so|would|i think|i guess|my guess|it could|might|if)\b/i;

/** Words beside the saying itself that an answer may have and still be no more than it. */
const mostWords = 22;
/** What carries meaning beyond it; more than this is reasoning. */
const mostContent = 9;

export function saysNotKnowing(answer: string): boolean {
  const words = wordsIn(answer);
  if (words.length > mostWords || words.length === 0) return false;
  const found = notKnowing.exec(answer);
  if (!found || reasonsOn.test(answer.slice(found.index + found[0].length))) return false;
  return words.filter(({ isFunctionWord }) => !isFunctionWord).length <= mostContent;
}
