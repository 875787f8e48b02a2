/**
 * Numbers of a study page that rest on nothing: neither on an entry of the ledger at a line the page cites beside them,
 * nor on a mark that says they are an example.
 */
import type { Problem } from "../scenarios/problem.ts";
import { figuresAt, type Figure } from "./figures.ts";
import { holdsQuantity } from "./figures-quantity.ts";
import { statedNumbers, type CitationPlace, type StatedNumber } from "./figures-stated.ts";
import type { StudyPage } from "./schema.ts";

/** The entry that a stated number shows, and where it is cited: of the citation nearest to it that has one. */
export function findStatedFigure(
  figures: readonly Figure[],
  number: StatedNumber,
): { figure: Figure; place: CitationPlace } | null {
  for (const [nth, source] of number.sources.entries()) {
    const figure = figuresAt(figures, source).find((each) => holdsQuantity(each, number));
    const place = number.places[nth];
    if (figure && place) return { figure, place };
  }
  return null;
}

/** One error for each number of the page that is neither in the ledger nor an example. */
export function findUnfoundedNumbers(
  page: Pick<StudyPage, "slug" | "title" | "keyIdea" | "numbers">,
  figures: readonly Figure[],
): Problem[] {
  const inFrontMatter = (["title", "keyIdea"] as const).flatMap((field) =>
    statedNumbers(page[field]).map((number) => ({ number, field: field as string })),
  );
  const inBody = page.numbers.map((number) => ({ number, field: `line ${number.line}` }));
  return [...inFrontMatter, ...inBody].flatMap(({ number, field }): Problem[] => {
    if (number.isExample || findStatedFigure(figures, number)) return [];
    return [{ file: `${page.slug}.md`, field, message: whatIsMissing(number), severity: "error" }];
  });
}

function whatIsMissing({ text, sources }: StatedNumber): string {
  const orExample = "or mark it as an example with <!-- example -->";
  if (sources.length === 0) return `states ${text} without a source: cite the line it is from, as [S0:41], ${orExample}`;
  return `states ${text}, which the ledger does not hold at ${sources.join(", ")}: correct it, enter it in figures.yaml, ${orExample}`;
}
