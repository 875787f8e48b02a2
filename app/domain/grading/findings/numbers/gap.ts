/**
 * What stands between two quantities: an operator, a word that says what comes out, or something that makes no
 * arithmetic of them. Anything unknown is the last: a claim is only read where it is spelled out.
 */
import type { Lexeme } from "./lexeme.ts";
import type { Quantity } from "./quantity.ts";

export type Operator = "times" | "divide" | "plus" | "minus" | "of" | "cut" | "rise" | "list" | "change";

/** `price` multiplies only an amount with what one of it costs. */
export type Joint = Operator | "price";

/**
 * How plainly a result is announced. `told`: "is", "makes", "="; `sum`: "add up to"; `led`: "so", "means"; `left`: "leaves"; `apposed`: a
 * comma or a bracket; `named`: the result came first.
 */
export type Relation = "told" | "sum" | "led" | "left" | "apposed" | "named";

/**
 * `isSign`: written with a sign of arithmetic. `isComma`: nothing but a comma, which may also announce a result. `words`
 * counts other words in between.
 */
export type Gap =
  | { kind: "operator"; operator: Joint; isSign: boolean; isComma: boolean }
  | { kind: "relation"; relation: Relation; words: number; isNextSentence: boolean }
  | { kind: "break" };

const apart: Gap = { kind: "break" };
const longestGap = 14;
const longestText = 120;

const softeners = new Set(
  "about roughly around approximately approx ~ ≈ nearly almost some circa maybe perhaps".split(" "),
);
const breaks =
  /(^| )(not|never|but|while|whereas|because|if|unless|versus|vs|against|instead|compared|when|before|after|until|where|who|rather|nor|although|though|whether|think|thought|says|said|claims|isn't|doesn't|aren't|won't|don't|wasn't|can't|cannot|should|could|might|[?!;]|\n)( |$)/;
const filler = "(?:a|an|the|only|just|still|exactly|total|of|us|me|you|then|now|around|even|in|some|that|it|we|our|be)";
const fillers = `(?: ${filler}){0,4}`;
const plainWord = "(?!(?:and|or|so|is|are|was|to|from|with|than|of) )[a-z'-]+";
const before = (most: number) => `(?:${plainWord} ){0,${most}}?`;
const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

const det = "(?: (?:the|a|an|our|those|all|these|my|your|each|another|today's))*";
const signs: readonly (readonly [RegExp, Operator])[] = [
  [/^[×x*·]$/, "times"],
  [/^[÷/]$/, "divide"],
  [/^\+$/, "plus"],
  [/^[−–-]$/, "minus"],
];
const operators: readonly (readonly [RegExp, Joint])[] = [
  [whole(`${before(3)}(?:times|multiplied by|at|@|over)${det}(?: (?:price|cost|rate) of)?`), "times"],
  [whole(`for${det}`), "times"],
  [whole(`for (?:each|every|all)(?: one)? of${det}`), "times"],
  [whole(`(?:of them|in all|altogether)? ?[.,]? ?(?:each )?(?:with|at) an average(?: ${plainWord})? of`), "times"],
  [whole(`,? ?(?:averaging|each (?:of|with|at|taking|costing))`), "times"],
  [whole(`[.,;] (?:and )?(?:at|times|priced at)${det}(?: (?:price|cost|rate) of)?`), "price"],
  [whole(`(?:divided by|split over)${det}`), "divide"],
  [whole(`${before(2)}plus${det}`), "plus"],
  [whole(`${before(3)}(?:less|minus|without|take away)${det}`), "minus"],
  [whole(`(?:out )?of${det}`), "of"],
  [whole(`(?:,|, and|and|&)${det}`), "list"],
];
const shareOperators: readonly (readonly [RegExp, Operator])[] = [
  [
    whole(
      `(?:cut|reduction|drop|saving|discount|decrease|less|off|fewer|lower|shorter)(?: (?:from|in|of|on|off|than|over|to|the|a|our))*`,
    ),
    "cut",
  ],
  [
    whole(`(?:increase|rise|growth|more|higher|longer|raise|uplift)(?: (?:from|in|of|on|over|than|to|the|a|our))*`),
    "rise",
  ],
];
const cutBy = whole(`${before(2)}(?:cut|reduced|lowered|shortened|down|less|minus)(?: by)?(?: a)?`);
const raisedBy = whole(`${before(2)}(?:raised|increased|up|plus)(?: by)?(?: a)?`);
const lowers =
  /^(cut|cuts|cutting|reduce|reduces|reducing|lower|lowers|lowering|trim|trimming|shrink|shrinking|shorten|shortening)$/;
const raises = /^(raise|raises|raising|increase|increases|increasing|grow|grows|growing)$/;
const changeTo = whole(`${before(3)}(?:down |up )?(?:to|→|- >)(?: just| only)?`);

const verb =
  "(?:=|≈|is|are|equals?|makes?|gives?|giving|comes? (?:out )?(?:to|at)|came to|works? out (?:to|at|as)|amounts? to|that is|that's|thats|which is|which makes|which means|which gives|will be|would be|i \\. e \\.|results? in|yields?|'s|it's|is equal to)";
const told = whole(`(?:,? ?)${before(4)}(?:,? ?)(?:so |or )?${verb}${fillers}`);
const nextSentence = whole(
  `\\. (?:so |and )?(?:(?:that|this|which|it)(?: is| makes| gives| comes to| comes out at| means| adds up to| works out at| works out to| equals| amounts to)|that's|it's|makes|equals)${fillers}`,
);
const sum = whole(
  `(?:,? ?)${before(3)}(?:adds? up to|sums? to|totals?|together(?: is| are| make)?|in total(?: is)?|makes?)${fillers}`,
);
const led = whole(
  `${before(3)}(?:, )?(?:and )?(?:so|or|hence|therefore|thus|→|- >|means|meaning|leaves|leaving|costs?|takes?|saves?|saving)(?: ${plainWord}){0,5}`,
);
const apposed = whole(
  "(?:,|\\()(?: (?:=|or|a|an|that's|which|is|cut|drop|reduction|saving|saves|saving|of|i \\. e \\.))*",
);
const named = /^(?::|\(|= ?)$/;

function textBetween(lexemes: readonly Lexeme[], from: number, to: number): string {
  return lexemes
    .slice(from, to)
    .map(({ low }) => low)
    .filter((low) => !softeners.has(low))
    .join(" ");
}

function isShare({ unit }: Quantity): boolean {
  return unit.share === "percent" || unit.share === "fraction";
}

/** "from 2,800 to 400", and "2,800 → 400". */
function isChange(lexemes: readonly Lexeme[], left: Quantity, text: string): boolean {
  if (!changeTo.test(text)) return false;
  const opening = lexemes.slice(Math.max(0, left.from - 2), left.at).map(({ low }) => low);
  return opening.includes("from") || /→|- >/.test(text);
}

function operatorIn(lexemes: readonly Lexeme[], left: Quantity, right: Quantity, text: string): Gap | null {
  const as = (operator: Joint, isSign = false): Gap => ({
    kind: "operator",
    operator,
    isSign,
    isComma: text === ",",
  });
  const sign = signs.find(([pattern]) => pattern.test(text));
  if (sign) return as(sign[1], true);
  if (isChange(lexemes, left, text)) return as("change");
  if (isShare(left)) {
    const share = shareOperators.find(([pattern]) => pattern.test(text));
    if (share) return as(share[1]);
  }
  if (isShare(right) && cutBy.test(text)) return as("cut");
  if (isShare(right) && text === "by") {
    const verb = lexemes.slice(Math.max(0, left.from - 4), left.from).map(({ low }) => low);
    if (verb.some((low) => lowers.test(low))) return as("cut");
    if (verb.some((low) => raises.test(low))) return as("rise");
  }
  if (isShare(right) && raisedBy.test(text)) return as("rise");
  const found = operators.find(([pattern]) => pattern.test(text));
  return found ? as(found[1]) : null;
}

function relationIn(text: string): Gap {
  const as = (relation: Relation, isNextSentence = false): Gap => ({
    kind: "relation",
    relation,
    isNextSentence,
    words: text.split(" ").filter((word) => /^[a-z]/.test(word)).length,
  });
  if (nextSentence.test(text)) return as("told", true);
  if (text.includes(" . ") || text.startsWith(". ")) return apart;
  if (sum.test(text) && /add|sum|total|together/.test(text)) return as("sum");
  if (told.test(text)) return as("told");
  if (apposed.test(text)) return as("apposed");
  if (!led.test(text)) return apart;
  return /\b(?:leaves|leaving|left|remains?|remaining|over)\b/.test(text) ? as("left") : as("led");
}

export function readGap(lexemes: readonly Lexeme[], left: Quantity, right: Quantity): Gap {
  if (right.at - left.next > longestGap || right.isDenied) return apart;
  const text = textBetween(lexemes, left.next, right.at);
  if (text === "" || text.length > longestText || breaks.test(text)) return apart;
  return operatorIn(lexemes, left, right, text) ?? relationIn(text);
}

/** Whether a result is announced by what stands before its sum: "4 months: 1,600 / 400". */
export function namesResult(lexemes: readonly Lexeme[], left: Quantity, right: Quantity): boolean {
  return named.test(textBetween(lexemes, left.next, right.at));
}

/** Words after a number that make it a difference or a limit, not the result. */
const compares =
  /^(more|less|fewer|faster|slower|over|above|below|under|too|off|short|longer|shorter|cheaper|higher|lower|away|behind|ahead|better|worse|later|earlier|extra|times|than|apart|difference)$/;
const goesOn = /^[×x*÷/+−]$/;

/** What stands after a result: nothing that changes it, and perhaps the end of the clause. */
export function readAfter(
  lexemes: readonly Lexeme[],
  { next, unit }: Quantity,
): { isWhole: boolean; endsClause: boolean } {
  const low = lexemes[next]?.low ?? "\n";
  const isCompared = unit.share === null && compares.test(low);
  return { isWhole: !isCompared && !goesOn.test(low), endsClause: /^[.,;:)!?\n]$/.test(low) };
}
