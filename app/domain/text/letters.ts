/**
 * Spellings that do not change a word: letters of other alphabets that are drawn as Latin ones, British and American
 * endings.
 */

import { irregularForms } from "./irregular.ts";
import { drawnAlike } from "./look-alikes.ts";

/** A word that mixes Latin letters with ones only drawn like them is read as it looks. */
export function readAsDrawn(word: string): string {
  if (!/[^\p{ASCII}]/u.test(word)) return word;
  const drawn = Array.from(word, (letter) => drawnAlike.get(letter) ?? letter).join("");
  return /[a-z]/.test(word) || /^[a-z']+$/.test(drawn) ? drawn : word;
}

// Words that end like a verb in -ise and are none.
const endsInIse =
  /^(otherwise|likewise|exercis|precis|concis|nois|rais|prais|promis|premis|advis|revis|devis|surpris|compromis|enterpris|expertis|franchis|supervis|televis|disguis|cruis|aris|ris|wis|bris|pois|paradis|treatis|tortois|merchandis|demis|excis|incis|improvis)/;

const graded =
  "fast slow cheap high low large small short long quick great big wide narrow deep strong weak hard soft light heavy old new young cold warm hot near tall thick thin loud quiet smart clear dear strict loose tight rich poor cool".split(
    " ",
  );
const gradedForms = new Map(
  graded.flatMap((word) => {
    const stem = word.endsWith("e") ? word.slice(0, -1) : /^(?:big|hot|thin)$/.test(word) ? word + word.at(-1) : word;
    return [
      [`${stem}er`, word],
      [`${stem}est`, word],
    ] as [string, string][];
  }),
);

/** British spelling as American, where the rule is safe, and a comparative or an irregular form as its plain word. */
export function respell(word: string): string {
  const positive = gradedForms.get(word) ?? irregularForms.get(word);
  if (positive !== undefined) return positive;
  if (word.length < 6) return word;
  const zed = endsInIse.test(word) ? word : word.replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, "iz$1");
  return zed
    .replace(/ys(e|ed|es|er|ing)$/, "yz$1")
    .replace(/^(col|behavi|fav|lab|neighb|hon|flav|hum|vap)our/, "$1or")
    .replace(/^(cent|met|fib|lit)re(s?)$/, "$1er$2")
    .replace(/^(catal|dial|anal)ogue/, "$1og")
    .replace(/(el|al)l(ed|ing|er|ers)$/, (end, stem: string, rest: string) =>
      /^(call|fall|install|small|tall|sell|tell|spell|well|cell|shell)/.test(word) ? end : `${stem}${rest}`,
    );
}
