/**
 * Words that were read out and not thought: the interviewer's own, the rubric's questions and levels, and its phrasings
 * when several are said to the letter. One phrasing said verbatim counts, because an honest person may say it; nobody hits
 * on three.
 */
import type { Transcript, Turn } from "../../interview/transcript.ts";
import type { Rubric } from "../../scenarios/schema.ts";
import { shareInRuns, wordRuns } from "../../text/word-runs.ts";
import { wordsIn, type Span } from "../../text/words.ts";

/** Whether a sentence of a turn is recited. */
export type Recital = (turn: Turn, span: Span) => boolean;

const echoWords = 6;
const echoShare = 0.7;
/** A few words around a question make it no answer. */
const aroundEcho = { mostWords: 9, share: 0.4 };
const shortestEcho = 3;
/** Phrasings said to the letter from which on all of them are taken for recited. */
const mostVerbatim = 2;
/** A phrasing of fewer words is said by chance. */
const fewestVerbatim = 6;

const plain = (text: string) =>
  ` ${wordsIn(text)
    .map((word) => word.text)
    .join(" ")} `;

type Script = { runs: ReadonlySet<string>; names: readonly string[]; phrasings: readonly string[] };

const scripts = new WeakMap<Rubric, Script>();

function scriptOf(rubric: Rubric): Script {
  let script = scripts.get(rubric);
  if (!script) {
    const items = rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags]);
    const levels = rubric.criteria.flatMap((criterion) => Object.values(criterion.levels));
    script = {
      runs: wordRuns([...items.map(({ asks }) => asks), ...levels]),
      names: items.map(({ id }) => id).filter((id) => id.split("-").length > 2),
      phrasings: items
        .flatMap(({ met }) => met)
        .map(plain)
        .filter((phrasing) => phrasing.trim().split(" ").length >= fewestVerbatim),
    };
    scripts.set(rubric, script);
  }
  return script;
}

export function findRecitals(rubric: Rubric, transcript: Transcript): Recital {
  const { runs, names, phrasings } = scriptOf(rubric);
  const asked = wordRuns(transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => text));
  const said = transcript.filter(({ speaker }) => speaker === "candidate").map(({ text }) => plain(text));
  const verbatim = phrasings.filter((phrasing) => said.some((text) => text.includes(phrasing)));
  const readOut = verbatim.length > mostVerbatim ? verbatim : [];
  const recited = wordRuns(readOut);
  const questions = transcript.filter(({ speaker }) => speaker === "interviewer").map(({ text }) => plain(text));
  return ({ text }, span) => {
    const sentence = text.slice(span.start, span.end);
    if (names.some((name) => sentence.includes(name))) return true;
    const count = wordsIn(sentence).length;
    if (count < echoWords)
      return count >= shortestEcho && [...questions, ...readOut].some((all) => all.includes(plain(sentence)));
    if ([runs, recited].some((all) => shareInRuns(sentence, all) >= echoShare)) return true;
    const echoed = shareInRuns(sentence, asked);
    const own = count * (1 - echoed);
    return echoed >= echoShare || (echoed >= aroundEcho.share && own <= aroundEcho.mostWords);
  };
}
