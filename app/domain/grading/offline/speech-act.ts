/**
 * What a speaker does in saying something, besides what it is about: asks, chooses, calculates, or sets a condition
 * (speech acts: Austin, 1962). A check that wants a question is not met by a statement with the same words in it.
 */

export const speechActs = ["asks", "chooses", "calculates", "conditions"] as const;
export type SpeechAct = (typeof speechActs)[number];

/** By act, 0 to 1: how far a text does it, or how far a check wants it. */
export type Acts = readonly number[];

const saidAs: Record<SpeechAct, RegExp> = {
  asks: /\?/,
  chooses:
    /\b(?:my|our) (?:first |one )?(?:recommendation|choice|answer|pick|plan|position|proposal|decision|advice|suggestion)\b|\b(?:i|we)(?:['\u2019]d|['\u2019]ll| would| will| should)? (?:definitely |just |still |only )?(?:recommend|suggest|advise|go (?:for|with)|start with|begin with|sign|settle on|stick with|stay with|choose|pick|opt for|build|take|ship|fine-?tune|adopt|do both|keep|buy|argue for)\b|\brecommend(?:ation)?\b|\bdecided\b|\bthe (?:decision|answer) is\b|\bin (?:one|a) (?:line|sentence|word)\b|\bif i had to (?:sign|choose|pick|decide)\b|^\W*do (?:this|both)\b|\bdefinitely\b|\bno question\b|\bgoing with\b/i,
  calculates:
    /\d[\d,.]*\D{0,40}?(?:times|\u00d7|\*| x |at|of|minus|plus|divided|over|multipl|from|in|less|out of)\D.{0,60}?\d.{0,60}?\b(?:is|are|comes?|makes?|saves?|gives?|about|roughly|that['\u2019]s|so|costs?|lands?|drops?|adds? up)\b|\d.{0,60}?\b(?:is|are|comes?(?: out)? (?:to|at)|makes?|that['\u2019]s|saves?|adds? up to|gives|about|roughly)\b.{0,40}?\d/is,
  conditions:
    /\b(?:if|were|had|should|without|unless|when|once)\b.{0,160}?\b(?:would|i['\u2019]d|we['\u2019]d|i (?:drop|add|switch|change|stay|was)|then|reconsider|could)\b|\b(?:would|i['\u2019]d|we['\u2019]d)\b.{0,120}?\b(?:if|unless|once|when)\b|\bchanges? my (?:mind|answer)\b|\bonly if\b|\bunless\b|\bturn me round\b/is,
};

/** How a rubric words that it wants one. */
const wantedAs: Record<SpeechAct, RegExp> = {
  asks: /\basks? (?:at least|for\b|to see|whether|about|one|a question|what)/i,
  chooses: /\b(?:one|a|single|clear)(?: clear| single)? recommendation|commits? to (?:a|one)|\bstates? one\b/i,
  calculates: /\bcalculat|\bworks? out\b|\bnew figure\b|\bthe sum\b|\bshould be about\b|\bmultipl/i,
  conditions:
    /\bwould (?:change|make them|choose a different|reverse|flip|withdraw|drop|add|bring|switch|justify|move)|\bunder which\b|\bcondition\b|\btrigger\b/i,
};

/** An act that the question of a check names is wanted, however its phrasings are worded. */
const wantedByName = 0.9;

export function actsIn(text: string): Acts {
  return speechActs.map((act) => (saidAs[act].test(text) ? 1 : 0));
}

/** The share of a check's phrasings that do each act, and what its question names. */
export function actsWantedBy({ asks, met }: { asks: string; met: readonly string[] }): Acts {
  const done = met.map(actsIn);
  return speechActs.map((act, at) => {
    const share = done.filter((acts) => acts[at] === 1).length / Math.max(1, met.length);
    return wantedAs[act].test(asks) ? Math.max(wantedByName, share) : share;
  });
}
