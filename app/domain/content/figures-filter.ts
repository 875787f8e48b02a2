/**
 * What a reader asks of the ledger: one status, one source, and words to find. What an address asks that there is not is
 * named, and filters nothing: an old link still shows something.
 */
import { badgeOf, valueWords } from "./figures-words.ts";
import { figureStatuses, figureStatusWords, type Figure, type FigureStatus } from "./figures.ts";
import { sourceKeys, type SourceKey } from "./source-document.ts";

/** Null stands for all of them. */
export type FigureFilter = { status: FigureStatus | null; source: SourceKey | null; find: string };
export type FilterProblem = { field: "status" | "source" | "find"; message: string };

export const noFigureFilter: FigureFilter = { status: null, source: null, find: "" };

/** Longer words are in no entry. */
export const longestFind = 100;

type Asked = { get(name: string): unknown };

/** Reads `?status=dated&source=S0&find=embedding`, or the same of a form. */
export function readFigureFilter(asked: Asked): { filter: FigureFilter; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const choose = <Choice extends string>(field: "status" | "source", choices: readonly Choice[]): Choice | null => {
    const written = wordsAsked(asked, field);
    const chosen = choices.find((choice) => choice === written) ?? null;
    if (written !== "" && chosen === null) {
      problems.push({ field, message: `There is no ${field} “${shorten(written)}”: it is one of ${choices.join(", ")}.` });
    }
    return chosen;
  };
  const find = wordsAsked(asked, "find");
  if (find.length > longestFind) {
    problems.push({ field: "find", message: `Only the first ${longestFind} characters are looked for.` });
  }
  const filter = {
    status: choose("status", figureStatuses),
    source: choose("source", sourceKeys),
    find: find.slice(0, longestFind).trim(),
  };
  return { filter, problems };
}

function wordsAsked(asked: Asked, field: string): string {
  const written = asked.get(field);
  return typeof written === "string" ? written.trim() : "";
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}

/** The filter as an address, without what it leaves open. */
export function writeFigureFilter({ status, source, find }: FigureFilter): string {
  const params = new URLSearchParams();
  if (find) params.set("find", find);
  if (status) params.set("status", status);
  if (source) params.set("source", source);
  return params.size > 0 ? `?${params}` : "";
}

export function filterFigures<Row extends Figure>(figures: readonly Row[], filter: FigureFilter): Row[] {
  const words = foldedWords(filter.find);
  return figures.filter((figure) => {
    if (filter.status !== null && figure.status !== filter.status) return false;
    if (filter.source !== null && !figure.source.startsWith(`${filter.source}:`)) return false;
    if (words.length === 0) return true;
    const text = searchText(figure);
    return words.every((word) => text.includes(word));
  });
}

function searchText(figure: Figure): string {
  const { statement, source, recomputed, derived = [], contradictions = [], note = "" } = figure;
  const ours = [...(recomputed ? [recomputed] : []), ...derived].map((each) => `${valueWords(each)} ${each.how}`);
  const parts = [valueWords(figure), statement, source, badgeOf(figure).words, ...ours, ...contradictions, note];
  return fold(parts.join(" "));
}

function foldedWords(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Thousands are found with and without their commas, and accents do not matter. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/(\d),(?=\d{3})/g, "$1")
    .toLowerCase();
}

/** How many figures each status has, in the order of the statuses. */
export function countStatuses(figures: readonly Figure[]): { status: FigureStatus; name: string; count: number }[] {
  return figureStatuses.map((status) => ({
    status,
    name: figureStatusWords[status].name,
    count: figures.filter((figure) => figure.status === status).length,
  }));
}
