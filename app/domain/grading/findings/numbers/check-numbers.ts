/**
 * Statements of quantity in a candidate's turns, each recomputed where it can be: sums are worked out again, figures of
 * the situation are compared with what was given. In doubt a statement stays unchecked: calling a right number wrong
 * does more harm than missing a wrong one.
 */
import { candidateTurns, type Transcript, type Turn } from "../../../interview/transcript.ts";
import type { Scenario } from "../../../scenarios/schema.ts";
import { sentencesIn, type Span } from "../../../text/words.ts";
import { addressesTheGrader } from "../../evidence/admissible.ts";
import type { NumberFinding } from "../findings.ts";
import { checkClaim, type Checked } from "./arithmetic.ts";
import { findClaims, type Claim } from "./claim.ts";
import { isDoubted, isExplainedByNeighbours } from "./doubt.ts";
import { contentWords, isSameAmount, isSameKind, knownFigures, type KnownFigure } from "./known-figure.ts";
import { modelledFigures, type ModelledFigure } from "./modelled-figure.ts";
import { readQuantities, type Quantity, type ReadText } from "./quantity.ts";
import { clip, restatedIn } from "./restatement.ts";
import { writeQuantity } from "./written-quantity.ts";

type Given = { known: readonly KnownFigure[]; modelled: readonly ModelledFigure[] };
type Reading = { turn: Turn; read: ReadText; sentences: Span[] };

function finding({ turn }: Reading, { start, end }: Span, found: Omit<NumberFinding, "quote">): NumberFinding {
  return { quote: { text: turn.text.slice(start, end), seq: turn.seq, start, end }, ...found };
}

function unchecked(reading: Reading, quantity: Quantity): NumberFinding {
  const reason = "Nothing given in the situation says what this should be.";
  return finding(reading, quantity, { claimed: writeQuantity(quantity), computed: null, verdict: "unchecked", reason });
}

function sentenceAt({ sentences, read }: Reading, at: number): Span {
  return sentences.find(({ start, end }) => start <= at && at < end) ?? { start: 0, end: read.text.length };
}

/** An operand that is a fact has the fact's rate, said or not: "our 18,000 questions at half a cent". */
function withKnownRate(quantity: Quantity, known: readonly KnownFigure[]): Quantity {
  const { unit } = quantity;
  if (unit.share !== null || Object.keys(unit.dimension).length > 0) return quantity;
  const fact = known.find(({ quantity: own, isFact }) => {
    const isRate = Object.keys(own.unit.dimension).length === 1 && Object.values(own.unit.dimension)[0] === -1;
    const isNamed = unit.noun === null || own.unit.noun === null || unit.noun === own.unit.noun;
    return isFact && isRate && isNamed && own.value === quantity.value && own.value >= 100;
  });
  return fact ? { ...quantity, unit: fact.quantity.unit, isBare: false } : quantity;
}

function checkWithFacts(claim: Claim, known: readonly KnownFigure[]): Checked | null {
  const checked = checkClaim(claim);
  if (checked?.verdict !== "wrong") return checked;
  const steps = claim.steps.map((step) => ({ ...step, operand: withKnownRate(step.operand, known) }));
  const informed = checkClaim({ ...claim, first: withKnownRate(claim.first, known), steps });
  return informed && (informed.verdict === "consistent" || checked.isRateLost) ? informed : checked;
}

function operandsOf({ first, steps }: Claim): Quantity[] {
  return [first, ...steps.map(({ operand }) => operand)];
}

/** What is worked out from a wrong result is wrong with it. */
function withRighted(claim: Claim, righted: ReadonlyMap<Quantity, Quantity>): Claim {
  const first = righted.get(claim.first);
  return first ? { ...claim, first } : claim;
}

function judgeClaim(reading: Reading, claim: Claim, checked: Checked): NumberFinding {
  const { read } = reading;
  const parts = [...operandsOf(claim), claim.result];
  const span = { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
  const around = { start: sentenceAt(reading, span.start).start, end: sentenceAt(reading, span.end - 1).end };
  const isOpen =
    checked.verdict === "wrong" &&
    (isDoubted({ ...reading, around, claim: span, right: { ...claim.result, value: checked.value } }) ||
      isExplainedByNeighbours({
        value: checked.value,
        claimed: claim.result,
        parts,
        quantities: read.quantities,
        around,
      }));
  const verdict = isOpen ? "unchecked" : checked.verdict;
  const claimed = writeQuantity(claim.result);
  if (verdict === "unchecked") {
    const reason = "It is not plain enough what this should come from.";
    return finding(reading, span, { claimed, computed: null, verdict, reason });
  }
  const reason = verdict === "wrong" ? `${checked.sum}, not ${claimed}.` : `${checked.sum}.`;
  return finding(reading, span, { claimed, computed: checked.computed, verdict, reason });
}

function checkModelled(
  reading: Reading,
  quantity: Quantity,
  modelled: readonly ModelledFigure[],
): NumberFinding | null {
  const sentence = sentenceAt(reading, quantity.start);
  const alike = modelled.filter(
    ({ printed }) =>
      isSameAmount(quantity.value, printed.value) &&
      (isSameKind(quantity, printed) || (quantity.unit.after === "" && quantity.unit.before === printed.unit.before)),
  );
  if (alike.length === 0 || quantity.isDenied) return null;
  const words = new Set(contentWords(reading.read.text, clip(sentence, quantity)));
  const figure = alike.find(({ words: names }) => names.some((name) => words.has(name)));
  if (!figure) return null;
  if (isDoubted({ ...reading, around: sentence, claim: quantity, right: figure.right })) return null;
  const claimed = writeQuantity(quantity);
  const reason = `${figure.sum}, not ${claimed}. The figure you were given does not follow from its own inputs.`;
  return finding(reading, quantity, { claimed, computed: figure.computed, verdict: "wrong", reason });
}

function checkRestated(reading: Reading, quantity: Quantity, known: readonly KnownFigure[]): NumberFinding | null {
  const { read } = reading;
  const sentence = sentenceAt(reading, quantity.start);
  const restated = restatedIn(quantity, { text: read.text, sentence, known, others: read.quantities });
  if (!restated) return null;
  const right = writeQuantity(restated.known.quantity);
  const claimed = writeQuantity(quantity);
  if (
    !restated.isRight &&
    isDoubted({ ...reading, around: sentence, claim: quantity, right: restated.known.quantity })
  ) {
    return null;
  }
  return finding(reading, quantity, {
    claimed,
    computed: right,
    verdict: restated.isRight ? "consistent" : "wrong",
    reason: restated.isRight ? `You were told ${right}.` : `You were told ${right}, not ${claimed}.`,
  });
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function checkTurn(turn: Turn, { known, modelled }: Given): NumberFinding[] {
  const sentences = sentencesIn(turn.text);
  const reading: Reading = { turn, read: readQuantities(turn.text), sentences };
  const inClaims = new Set<Quantity>();
  const righted = new Map<Quantity, Quantity>();
  const claims = findClaims(reading.read).flatMap((claim) => {
    const checked = checkWithFacts(withRighted(claim, righted), known);
    if (!checked) return [];
    for (const each of [...operandsOf(claim), claim.result]) inClaims.add(each);
    const judged = judgeClaim(reading, claim, checked);
    if (judged.verdict === "wrong" && !claim.result.isBare && !checked.isRateLost) {
      righted.set(claim.result, { ...claim.result, value: checked.value });
    }
    return [judged];
  });
  const alone = reading.read.quantities
    .filter((quantity) => !quantity.isBare && !inClaims.has(quantity))
    .map(
      (quantity) =>
        checkModelled(reading, quantity, modelled) ??
        checkRestated(reading, quantity, known) ??
        unchecked(reading, quantity),
    );
  const found = [...claims, ...alone];
  const toTheGrader = sentences.filter(
    (span) =>
      found.some(({ quote }) => overlaps(span, quote)) && addressesTheGrader(turn.text.slice(span.start, span.end)),
  );
  return found
    .filter(({ quote }) => !toTheGrader.some((span) => overlaps(span, quote)))
    .sort((a, b) => a.quote.start - b.quote.start);
}

/** More statements than this in one interview are not read. */
const mostFindings = 300;

export function checkNumbers(scenario: Scenario, transcript: Transcript): NumberFinding[] {
  const given = { known: knownFigures(scenario, transcript), modelled: modelledFigures(scenario.facts) };
  return candidateTurns(transcript)
    .filter(({ kind }) => kind !== "diagram")
    .flatMap((turn) => checkTurn(turn, given))
    .slice(0, mostFindings);
}
