/**
 * What a wrong number does to a verdict: a point that rests on nothing but a wrong sum is made, and not fully earned.
 * It holds for every grader, because a grader may not have done the sum.
 */
import type { Rubric } from "../../../scenarios/schema.ts";
import { fold } from "../../../text/words.ts";
import type { NumberFinding } from "../findings.ts";
import type { Claim } from "../../grade.ts";

function comparable(text: string): string {
  return fold(text)
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of the one hold those of the other. */
export function restsOn(quote: string, { quote: { text } }: NumberFinding): boolean {
  const [said, number] = [comparable(quote), comparable(text)];
  return said.includes(number) || (said !== "" && number.includes(said));
}

/** Red flags stay as they are: a mistake is no smaller for its number. */
export function withNumbers(rubric: Rubric, claims: readonly Claim[], numbers: readonly NumberFinding[]): Claim[] {
  const wrong = numbers.filter(({ verdict }) => verdict === "wrong");
  const checks = new Set(rubric.criteria.flatMap((criterion) => criterion.checks.map(({ id }) => id)));
  return claims.map((claim) => {
    if (claim.verdict !== "met" || !checks.has(claim.id) || claim.quotes.length === 0) return claim;
    const found = claim.quotes.map((quote) => wrong.find((number) => restsOn(quote, number)));
    const [first] = found;
    if (!first || found.includes(undefined)) return claim;
    const reason = `${claim.reason} But it rests on a number that is wrong: ${first.claimed} should be ${first.computed}.`;
    return { ...claim, verdict: "partial", reason: reason.trim() };
  });
}
