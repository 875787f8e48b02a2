/**
 * Markdown that nobody writes and that takes a parser minutes to read: thousands of marks in one paragraph, or quotes in
 * lists in quotes without end. Reading it grows with the square of such marks, so it is told apart before it is read.
 */

/** Far above what people write: the library's most is 38 marks in a paragraph, 176 in a page, 5 in front of a line. */
const most = { inBlock: 1_500, inAll: 10_000, inFront: 24, indent: 100, pipes: 200 };

const marks = /[*_~[\]!<`&]/g;
const inFront = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]))+/;

const countOf = (text: string, wanted: RegExp) => text.match(wanted)?.length ?? 0;

function isDeep(line: string): boolean {
  const front = inFront.exec(line)?.[0];
  if (front === undefined) return false;
  return front.length - front.trimStart().length > most.indent || countOf(front, /[>*+.)-]/g) > most.inFront;
}

/** The first line that is too much to read, counted from 1; null for everything that people write. */
export function findTangledLine(markdown: string): number | null {
  let [inBlock, inAll] = [0, 0];
  for (const [at, line] of markdown.split("\n").entries()) {
    const found = countOf(line, marks);
    inBlock = line.trim() === "" ? 0 : inBlock + found;
    inAll += found;
    if (inBlock > most.inBlock || inAll > most.inAll || countOf(line, /\|/g) > most.pipes || isDeep(line)) return at + 1;
  }
  return null;
}
