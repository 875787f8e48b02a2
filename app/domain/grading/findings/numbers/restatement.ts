/**
 * A quantity that repeats a figure the candidate was given. One that repeats it wrongly is only called so where it can
 * mean nothing else: the same unit and rate, the words of the fact beside it, and nothing about plans, targets or change.
 */
import { wordsIn, type Span } from "../../../text/words.ts";
import { amountOf, contentWords, isSameAmount, isSameKind, type KnownFigure } from "./known-figure.ts";
import type { Quantity } from "./quantity.ts";

export type Restated = { known: KnownFigure; isRight: boolean };

const otherThanToday =
  /\b(if|would|could|should|might|may|can|will|shall|target|goal|aim|bar|budget|limit|threshold|at most|at least|maximum|minimum|up to|under|over|above|below|more|less|fewer|another|extra|only|say|suppose|assum\w*|imagine|grow\w*|grew|cut\w*|drop\w*|fall\w*|fell|ris\w+|rose|shrink\w*|shrank|reduc\w*|sav\w+|increas\w*|improv\w*|go(es|ing)?|went|becom\w*|get(s|ting)? to|instead|after|once|until|then|new|next|first|later|expect\w*|want\w*|need\w*|hope\w*|plan\w*|propos\w*|try|test|sampl\w*|held|pilot|for example|e\.g|like|such as|half|twice|double\w*|each|per|about \w+ of|of the|out of|keep|keeps|retrieve\w*|train\w*|example\w*|guess|estimate\w*|maybe|perhaps|i'd|we'd|i'll|we'll|it'll|'d|'ll|not|n't|never|elsewhere|other|rather|than|compared|versus|vs|against|average|slide|claim\w*|months?|weeks? of)\b/i;
const asIfOurs =
  /\b(our|your|the|today|currently|now|we (have|get|see|handle|serve|send)|you (have|get|see|handle|serve|send)|there are|it handles|gets|handles)\b/i;

function share(words: ReadonlySet<string>, present: ReadonlySet<string>): number {
  return [...words].filter((word) => present.has(word)).length;
}

/** Characters around a number that are looked at; a sentence may be as long as a text. */
const reach = 300;

export function clip(sentence: Span, { start, end }: Span): Span {
  return { start: Math.max(sentence.start, start - reach), end: Math.min(sentence.end, end + reach) };
}

/** Words this close to a number are about it. */
const nearWords = 9;

function wordsNear(text: string, sentence: Span, { start, end }: Quantity): Set<string> {
  const words = wordsIn(text, clip(sentence, { start, end }));
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  const from = words[Math.max(0, first - nearWords)]?.start ?? sentence.start;
  const to = words[Math.min(words.length - 1, last + nearWords)]?.end ?? sentence.end;
  return new Set([...contentWords(text, { start: from, end: start }), ...contentWords(text, { start: end, end: to })]);
}

/** Whether the amount is another figure, or follows from two of them or from what is left of a whole. */
function isAccountedFor(quantity: Quantity, known: readonly KnownFigure[]): boolean {
  const amount = amountOf(quantity);
  const alike = known.filter((each) => isSameKind(each.quantity, quantity) || each.quantity.isBare);
  const amounts = alike.flatMap(({ quantity: { value, high, unit, isBare } }) => {
    const factor = isBare ? quantity.unit.factor : unit.factor;
    return high === null ? [value * factor] : [value * factor, high * factor];
  });
  if (quantity.unit.share === "percent") amounts.push(1, ...amounts.map((each) => 1 - each));
  return amounts.some(
    (a) => isSameAmount(a, amount) || amounts.some((b) => isSameAmount(a - b, amount) || isSameAmount(a + b, amount)),
  );
}

function mistakes(
  quantity: Quantity,
  sentence: string,
  near: ReadonlySet<string>,
  { quantity: own, words, isFact }: KnownFigure,
) {
  if (!isSameKind(own, quantity) || own.high !== null || own.isApproximate) return false;
  const noun = quantity.unit.noun;
  const labels = new Set([...words].filter((word) => word !== noun));
  if (share(labels, near) >= 2 && (isFact || share(labels, near) >= 3)) return true;
  const hasRate = Object.values(quantity.unit.dimension).some((exponent) => exponent < 0);
  return isFact && noun !== null && noun === own.unit.noun && hasRate && asIfOurs.test(sentence);
}

/** `elsewhere` are the candidate's other quantities: a figure named rightly beside it is what it is compared with. */
export function restatedIn(
  quantity: Quantity,
  {
    text,
    sentence,
    known,
    others,
  }: { text: string; sentence: Span; known: readonly KnownFigure[]; others: readonly Quantity[] },
): Restated | null {
  if (quantity.isBare || quantity.isDenied) return null;
  const near = wordsNear(text, sentence, quantity);
  const alike = known.filter((each) => isSameKind(each.quantity, quantity));
  const same = alike.filter((each) => isSameAmount(amountOf(each.quantity), amountOf(quantity)));
  const right = same.toSorted((a, b) => share(b.words, near) - share(a.words, near))[0];
  if (right) return quantity.bound === null ? { known: right, isRight: true } : null;
  const around = clip(sentence, quantity);
  const said = text.slice(around.start, around.end);
  if (quantity.high !== null || quantity.bound !== null || quantity.isApproximate) return null;
  if (otherThanToday.test(said) || said.includes("?") || isAccountedFor(quantity, known)) return null;
  const missed = alike.filter((each) => mistakes(quantity, said, near, each));
  const [only] = missed;
  if (!only || missed.some((each) => !isSameAmount(amountOf(each.quantity), amountOf(only.quantity)))) return null;
  const isNamed = others.some(
    (each) => isSameKind(each, only.quantity) && isSameAmount(amountOf(each), amountOf(only.quantity)),
  );
  return isNamed ? null : { known: only, isRight: false };
}
