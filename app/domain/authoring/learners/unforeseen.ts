/**
 * Questions of candidates that no hidden fact answers. What is asked again and again, in nearly the same words, is what a
 * situation leaves unclear; such questions are put together, and can become a hidden fact.
 */
import { meaningIn, meaningOf } from "../../text/likeness.ts";
import { wordsIn } from "../../text/words.ts";
import type { FormHiddenFact } from "../form/draft-form.ts";
import { slugFrom } from "../scenario-slug.ts";

export type AskedQuestion = { text: string; sessionId: string };

/** `asks` are the different wordings, the newest first. */
export type UnforeseenQuestion = { asks: string[]; times: number; sessionIds: string[] };

/** Share of meanings in common (Dice) from which two questions ask the same. */
const sameFrom = 0.6;

function meaningsOf(question: string): Set<string> {
  const meanings = new Set(meaningIn(question).map(meaningOf));
  return meanings.size > 0 ? meanings : new Set(wordsIn(question).map(({ key }) => key));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((meaning) => b.has(meaning)).length;
  return common === 0 ? 0 : (2 * common) / (a.size + b.size);
}

type Group = { meanings: ReadonlySet<string>; questions: AskedQuestion[] };

const wordingOf = (text: string) => text.replace(/\s+/g, " ").trim();

function viewGroup({ questions }: Group): UnforeseenQuestion {
  const seen = new Map<string, string>();
  for (const { text } of questions) {
    const wording = wordingOf(text);
    if (!seen.has(wording.toLowerCase())) seen.set(wording.toLowerCase(), wording);
  }
  const sessionIds = [...new Set(questions.map(({ sessionId }) => sessionId))];
  return { asks: [...seen.values()], times: questions.length, sessionIds };
}

/** What was asked in most interviews first. Each question goes to the first group whose first question it resembles. */
export function groupQuestions(questions: readonly AskedQuestion[]): UnforeseenQuestion[] {
  const groups: Group[] = [];
  for (const question of questions) {
    const meanings = meaningsOf(question.text);
    if (meanings.size === 0) continue;
    const group = groups.find((each) => likeness(each.meanings, meanings) >= sameFrom);
    if (group) group.questions.push(question);
    else groups.push({ meanings, questions: [question] });
  }
  return groups.map(viewGroup).sort((a, b) => b.sessionIds.length - a.sessionIds.length);
}

const mostAsks = 6;
const longestAsk = 200;
const namingWords = 4;

/** A hidden fact that is asked for in these words; what is told is for its author to fill in. */
export function factFor(asks: readonly string[], taken: ReadonlySet<string>): FormHiddenFact {
  const words = meaningIn(asks[0] ?? "").map(({ text }) => text);
  const name = slugFrom(words.slice(0, namingWords).join(" ")) ?? "asked-for";
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
  const wordings = asks.map((ask) => wordingOf(ask).slice(0, longestAsk)).filter((ask) => ask !== "");
  return { id, asks: wordings.slice(0, mostAsks), answer: "" };
}
