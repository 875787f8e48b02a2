/** What a check asks: one thing, that a transcript can show, in words that two readers take the same way. */
import { findNumbers } from "../../content/figures-number.ts";
import {
  checksOf,
  criteriaOf,
  inRubric,
  redFlagsOf,
  type Found,
  type Linted,
  type LintSource,
} from "./lint-finding.ts";

function questionsOf(linted: Linted): { field: string; text: string }[] {
  return [...checksOf(linted), ...redFlagsOf(linted)].map(({ field, item }) => ({
    field: `${field}.asks`,
    text: item.asks,
  }));
}

/** What candidates are asked to do, in the rubrics that ship and in the words of examiners. */
const doing =
  "accept|add|address|adopt|advise|analyse|argue|ask|avoid|build|calculate|call|check|choose|claim|collect|combine|compare|compute|conclude|consider|count|decide|define|demand|describe|design|discuss|dismiss|distinguish|draw|estimate|evaluate|exclude|explain|fetch|find|give|have|hold|identify|include|insist|introduce|justify|keep|let|limit|list|make|measure|mention|multiply|name|offer|outline|plan|point|predict|prefer|prioritise|prioritize|promise|propose|provide|put|quantify|quote|recommend|reject|rely|repeat|report|restrict|run|say|select|send|separate|set|show|state|store|suggest|sum|support|take|tell|test|treat|turn|use|validate|verify|want|warn|watch|weigh|work";
const object =
  "a|an|the|that|this|these|those|it|its|them|their|whether|why|how|what|which|who|when|where|one|each|every|both|all|any|at|for|from|to|in|of|on|out|up|by|with|against|as";
const open = String.raw`(?:that|whether|why|how|what|which|who|when|where)`;

/** "Name or quote the sheet" is one thing said in two ways; after a comma another begins. */
const twoDoings = new RegExp(String.raw`(?:\band|, or)(?: then| also)? (?:${doing}) (?:${object})\b`, "i");
const twoClaims = new RegExp(String.raw`\b${open}\b[^?]*\band(?: also)? ${open}\b`, "i");
/** What follows offers a choice on purpose, or is only an example. */
const choices =
  /\b(?:at least|any) (?:one|two|three) of\b|\beither\b|,? (?:such as|for example|for instance|as in)\b|\(/i;
const leadIn = /^.*?\bcandidate\b(?:,[^,]*,)? ?/i;

/** How a question joins two; null where it asks one thing. */
function joinedBy(text: string): string | null {
  if ((text.match(/\?/g) ?? []).length > 1) return "two question marks";
  const asked = text.replace(leadIn, "");
  const limit = choices.exec(asked)?.index ?? asked.length;
  const head = asked.slice(0, limit);
  const found = twoDoings.exec(head);
  if (found) return `“${found[0].replace(/^\W+/, "")} …”`;
  const claims = twoClaims.exec(head);
  return claims ? `“… ${claims[0].split(/\s+/).slice(-2).join(" ")} …”` : null;
}

export const asksTwoThings: LintSource = (linted) =>
  questionsOf(linted).flatMap(({ field, text }): Found[] => {
    const joined = joinedBy(text);
    return joined === null ? [] : [inRubric(field, `asks two things, joined by ${joined}`)];
  });

/** "Good enough to answer from" says what it has to be good for, and "how good it is" asks for a measure. */
const vague =
  /(?<!\bhow )\b(?:good(?! at\b)|appropriate(?:ly)?|reasonabl[ey]|proper(?:ly)?|adequate(?:ly)?|suitabl[ey]|sensibl[ey]|sufficient(?:ly)?|decent|nice(?:ly)?|effective(?:ly)?|meaningful(?:ly)?|plainly|clearly|(?<!\b(?:as|goes|going|went|how) )well|(?<!\b(?:make|makes|making) )clear(?! (?:the|it|its|them|a)\b))\b(?! enough\b)/i;
const example =
  /\b(?:such as|for example|for instance|e\.\s?g\.|as in|that is|i\.\s?e\.|namely|by naming|by giving)\b|["“”][^"“”]{2,}["“”]|:\s\S/i;

/** A vague word is explained by an example, a number or a quote beside it. */
function vagueWordIn(text: string): string | null {
  const found = vague.exec(text);
  return found && !example.test(text) && findNumbers(text).length === 0 ? found[0].toLowerCase() : null;
}

export const vagueWord: LintSource = (linted) => {
  const levels = criteriaOf(linted).flatMap(({ field, item }) =>
    Object.entries(item.levels).map(([level, text]) => ({ field: `${field}.levels.${level}`, text })),
  );
  return [...questionsOf(linted), ...levels].flatMap(({ field, text }): Found[] => {
    const word = vagueWordIn(text);
    return word === null ? [] : [inRubric(field, `says “${word}” without an example`)];
  });
};

const inside =
  "understands?|knows?|believes?|thinks?|feels?|realises?|realizes?|grasps?|appreciates?|comprehends?|intends?|senses?|is aware|has an? (?:understanding|awareness|grasp|feeling)";
const bareInside =
  "understand|know|believe|think|feel|realise|realize|grasp|appreciate|comprehend|intend|sense|be aware|have an? (?:understanding|awareness|grasp|feeling)";
const unseen = new RegExp(
  [
    String.raw`\bcandidate(?: \w+ly)? (?:${inside}|${bareInside})\b`,
    String.raw`\bcandidate (?:to )?(?:be )?(?:\w+ly )?(?:aware|conscious|familiar|confident|comfortable|convinced)\b`,
    String.raw`\bcandidate\b[^?]*\b(?:and|or)(?: \w+ly)? (?:understands?|realises?|realizes?|grasps?|appreciates?)\b`,
    String.raw`\bcandidate[’']s (?:\w+ )?(?:understanding|knowledge|awareness|grasp|feeling|attitude|intention)\b`,
  ].join("|"),
  "i",
);

export const notObservable: LintSource = (linted) =>
  questionsOf(linted).flatMap(({ field, text }): Found[] => {
    const found = unseen.exec(text);
    if (!found) return [];
    return [inRubric(field, `asks what goes on in the candidate, which no transcript shows: “${found[0]}”`)];
  });
