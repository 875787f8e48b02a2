/**
 * Words as Markdown that stays words: whatever was written in them, no renderer makes a heading, a list, a table, a link, an
 * image or HTML of it.
 */

const meansSomething = /[\\`*_[\]<>#|~&$^{}]/g;

/** At the beginning of a line these would begin a list, an underline, a quotation or a definition. */
const beginsBlock = /^(?:[-+=:%]|\d+(?=[.)]))/;

/** What renderers make links of without being asked to. */
const linksByItself = /:\/\/|www\.|@/i;

/** In a code span nothing means anything; its fence is longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return text.startsWith("`") || text.endsWith("`") ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

const escapeWords = (text: string) => text.replace(meansSomething, "\\$&");

/** What comes after the digits of "1." is escaped, not the digits. */
function escapeStart(line: string): string {
  const [start] = beginsBlock.exec(line) ?? [];
  if (start === undefined) return line;
  return /^\d/.test(start) ? `${start}\\${line.slice(start.length)}` : `\\${line}`;
}

function escapeLine(line: string): string {
  const words = line.split(/(\s+)/).map((word) => (linksByItself.test(word) ? codeSpan(word) : escapeWords(word)));
  return escapeStart(words.join(""));
}

// oxlint-disable-next-line no-control-regex -- they are never words, and some end a line only for some readers
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029]/g;

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.replace(unseen, " ").trim());
}

/** Text of one line, for a heading, a list or a sentence. */
export function inlineText(text: string): string {
  return escapeLine(linesOf(text).join(" ").trim());
}

/** Text with its lines, as a quotation: nothing in it can end it. */
export function quotedText(text: string): string {
  const lines = linesOf(text);
  return lines
    .map((line, at) => {
      const isFollowed = line !== "" && (lines[at + 1] ?? "") !== "";
      return line === "" ? ">" : `> ${escapeLine(line)}${isFollowed ? "\\" : ""}`;
    })
    .join("\n");
}

/** A block of source. Its fence is longer than any in it, so that nothing in it can end it. */
export function fencedText(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\r\n?/g, "\n")}\n${fence}`;
}
