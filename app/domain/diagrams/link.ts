/**
 * One link of a flowchart as it is written: `-->`, `-.->`, `==>`, `---`, `<-->`, `~~~`, with its words in `-->|miss|`
 * or in `-- miss -->`.
 */
import type { EdgeStyle } from "./graph.ts";
import { plainLabel, readLabel, readString } from "./label.ts";
import { fail, skipBlanks, skipSpaces, take, takeText, type Reading } from "./reading.ts";

/** A hidden link only places boxes and joins nothing. `id` is the name given in `A e1@--> B`. */
export type Link = {
  style: EdgeStyle | "hidden";
  hasTwoHeads: boolean;
  hasNoHead: boolean;
  label: string | null;
  id: string | null;
  at: number;
};

/** Where a link begins and the name given to it. */
type LinkStart = Pick<Link, "id" | "at">;

type Stroke = { style: EdgeStyle; whole: RegExp; opener: RegExp; end: RegExp; example: string };

const strokes: readonly Stroke[] = [
  { style: "solid", whole: /[xo<]?--+[-xo>]/y, opener: /[xo<]?--/y, end: /--/g, example: "-- words -->" },
  { style: "thick", whole: /[xo<]?==+[=xo>]/y, opener: /[xo<]?==/y, end: /==/g, example: "== words ==>" },
  { style: "dotted", whole: /[xo<]?-?\.+-[xo>]?/y, opener: /[xo<]?-\./y, end: /\.-/g, example: "-. words .->" },
];

const hidden = /~~~+/y;
const edgeId = /[\w-]+@(?=[-=.~<xo])/y;

/** Reads a link, also one that begins on a later line; null without a fault, and nothing taken, where there is none. */
export function readLink(reading: Reading): Link | null {
  const before = reading.at;
  skipBlanks(reading);
  const id = take(reading, edgeId)?.slice(0, -1) ?? null;
  const start = { id, at: reading.at };
  const link = readWholeLink(reading, start) ?? readOpenLink(reading, start);
  if (link === null && reading.fault === null) reading.at = before;
  return link;
}

function readWholeLink(reading: Reading, { id, at }: LinkStart): Link | null {
  if (take(reading, hidden) !== null)
    return { style: "hidden", hasTwoHeads: false, hasNoHead: true, label: null, id, at };
  for (const { style, whole } of strokes) {
    const drawn = take(reading, whole);
    if (drawn === null) continue;
    const label = readPipeLabel(reading);
    if (reading.fault) return null;
    return { style, ...headsOf(drawn.charAt(0), drawn.slice(-1)), label, id, at };
  }
  return null;
}

function readPipeLabel(reading: Reading): string | null {
  skipBlanks(reading);
  return takeText(reading, "|") ? readLabel(reading, { closer: "|", owner: "this link" }) : null;
}

function readOpenLink(reading: Reading, { id, at }: LinkStart): Link | null {
  if (reading.fault) return null;
  for (const stroke of strokes) {
    const opener = take(reading, stroke.opener);
    if (opener === null) continue;
    skipSpaces(reading);
    const quoted = takeText(reading, '"') ? readString(reading, "this link") : "";
    if (quoted === null) return null;
    const words = readWordsUpTo(reading, stroke.end);
    skipBlanks(reading);
    const closer = take(reading, stroke.whole);
    if (words === null || closer === null) {
      return fail(reading, `This link has a beginning and no end: write it as A ${stroke.example} B.`, at);
    }
    const heads = headsOf(opener.charAt(0), closer.slice(-1));
    return { style: stroke.style, ...heads, label: plainLabel(quoted + words) || null, id, at };
  }
  return null;
}

/** Takes the words up to the strokes that end the link, leaving those; an `x` or `o` that is a head is left as well. */
function readWordsUpTo(reading: Reading, end: RegExp): string | null {
  end.lastIndex = reading.at;
  const found = end.exec(reading.text);
  if (!found) return null;
  let stop = found.index;
  if (found[0] === ".-") while (stop > reading.at && reading.text.charAt(stop - 1) === ".") stop -= 1;
  if (found[0] === ".-" && stop > reading.at && reading.text.charAt(stop - 1) === "-") stop -= 1;
  if (/^\s[xo<]$/.test(reading.text.slice(stop - 2, stop))) stop -= 1;
  if (stop < reading.at) return null;
  const text = reading.text.slice(reading.at, stop);
  reading.at = stop;
  return text;
}

function headsOf(first: string, last: string): Pick<Link, "hasTwoHeads" | "hasNoHead"> {
  return { hasTwoHeads: isHead(first) && isHead(last), hasNoHead: !isHead(first) && !isHead(last) };
}

function isHead(character: string): boolean {
  return ["x", "o", "<", ">"].includes(character);
}
