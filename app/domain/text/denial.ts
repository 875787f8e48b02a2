/**
 * What denies, in the words of plain English: single cues that reach over the rest of their clause (NegEx: Chapman et al.,
 * 2001), openings that deny a whole sentence ("it is not true that"), and sentences that deny the one before ("that is
 * wrong"). Cues that deny only in one construction ("fails to") name what must follow them.
 */

const cues = new Set(
  `not no never none nobody nothing neither nor without cannot cant dont doesnt didnt wont isnt arent wasnt werent hasnt
  havent hadnt couldnt shouldnt wouldnt aint hardly rarely seldom barely scarcely unable fail
  fails failed failing nowhere`
    .split(/\s+/)
    .filter(Boolean),
);

const to = /^to$/;
const follows: Record<string, RegExp> = {
  fail: to,
  fails: to,
  failed: to,
  failing: to,
  unable: to,
  no: /^(?!matter$|doubt$)/,
  not: /^(?!only$|just$|merely$|necessarily$)/,
};

/** Whether a word denies what follows it in its clause. */
export function isDenialCue(word: string, next: string): boolean {
  if (word.endsWith("n't")) return true;
  const bare = word.replaceAll("'", "");
  return cues.has(bare) && (follows[bare]?.test(next) ?? true);
}

const wrongOrNotTrue = String.raw`(?:(?:not|never) (?:true|the case|correct|right|so)|false|untrue|wrong|incorrect|a myth|a mistake|a lie)`;
const opening = new RegExp(
  [
    String.raw`\bit(?: is|'s| was) (?:simply |just |plainly |certainly )?${wrongOrNotTrue}(?: to (?:say|claim|think|believe))?(?: that)?`,
    String.raw`\bit (?:isn't|wasn't) (?:true|the case|correct|right)(?: that)?`,
    String.raw`\b(?:i|we) (?:do not|don't|cannot|can't|would not|wouldn't) (?:think|believe|agree|say)(?: that)?`,
    String.raw`\b(?:i|we) (?:deny|doubt|reject)(?: the idea| the claim)?(?: that)?`,
    String.raw`\bcontrary to (?:the (?:claim|idea|belief) that)?`,
    String.raw`\bthere is no (?:way|truth)(?: that| in saying that)?`,
    String.raw`\bby no means\b`,
    String.raw`\bno one (?:says|claims|thinks) that`,
    String.raw`\bthe opposite (?:is true|of)\b`,
  ].join("|"),
);

/** Where the words end that deny all of a sentence, counted in characters; null where none do. */
export function denialOfSentence(sentence: string): number | null {
  const found = opening.exec(sentence);
  return found ? found.index + found[0].length : null;
}

const turnsAside = /^(.*\S)[\s,;:]+(?:but|yet|though|although|whereas)\b/s;
/** Fewer words before "but" are no statement by themselves. */
const fewestAsserted = 3;

/**
 * Where what is asserted ends, in characters, in a sentence that denies only in its last part ("… every day, but I doubt
 * that they are"); 0 where all of it is denied. `deniedFrom` is what denialOfSentence gives.
 */
export function assertedBefore(sentence: string, deniedFrom: number): number {
  if (!/\w/.test(sentence.slice(deniedFrom))) return 0;
  const asserted = turnsAside.exec(sentence.slice(0, deniedFrom))?.[1] ?? "";
  return asserted.split(/\s+/).length < fewestAsserted ? 0 : asserted.length;
}

const ofTheOneBefore = new RegExp(
  String.raw`^(?:this|that|which|it|all of (?:this|that|it))(?:'s| is| was| would be) (?:\w+ )?${wrongOrNotTrue}\W*$|^(?:this|that|it) (?:isn't|wasn't) (?:\w+ )?(?:true|the case|correct|right|so)\W*$|^not(?: true| so)?\W*$|^none of (?:this|that|it) is (?:true|correct|right)\W*$`,
);

/** Whether a sentence says nothing but that the one before it is wrong. */
export function deniesTheSentenceBefore(sentence: string): boolean {
  return ofTheOneBefore.test(sentence);
}
