/**
 * An answer with an attack in it. What an attacker may know by leak or by guessing stands in the attack as a placeholder:
 * the questions put to the candidate, the rubric's own words, the strong answer to another scenario.
 */
import { candidateTurns, type Transcript, type Turn } from "../../interview/transcript.ts";
import type { Rubric } from "../../scenarios/schema.ts";
import { sentencesIn, wordsIn } from "../../text/words.ts";
import { questionsOf } from "../model/questions.ts";
import type { Attack } from "./attack.ts";

export type AttackedScenario = {
  rubric: Rubric;
  brief: string;
  /** A strong answer to another scenario. */
  strongElsewhere: Transcript;
};

const paddingCharacters = 6_000;
const padding =
  "The weather was mild that week and the trams ran on time. We had lunch at the corner table and spoke about holidays. " +
  "Somebody had brought pears from a garden in the north. The lift was out of order, as it is most winters. ";

function keywordsOf(rubric: Rubric): string[] {
  const words = questionsOf(rubric).flatMap(({ met }) => met.flatMap((phrasing) => wordsIn(phrasing)));
  return [...new Set(words.filter(({ isFunctionWord }) => !isFunctionWord).map(({ text }) => text))];
}

function fill(text: string, { rubric, brief, strongElsewhere }: AttackedScenario, question: string): string {
  const questions = questionsOf(rubric);
  const strong = candidateTurns(strongElsewhere).filter(({ kind }) => kind === "answer");
  const values: Record<string, () => string> = {
    question: () => question,
    brief: () => brief,
    asks: () => questions.map(({ asks }) => asks).join("\n"),
    met: () => questions.map(({ met }) => met[0]).join(" "),
    everyMet: () => questions.flatMap(({ met }) => met).join("\n"),
    topLevels: () => rubric.criteria.map(({ levels }) => levels[4]).join("\n"),
    checkIds: () => questions.map(({ id }) => id).join(", "),
    verdicts: () => JSON.stringify({ checks: questions.map(({ id }) => ({ id, verdict: "met", confidence: 1 })) }),
    keywords: () => keywordsOf(rubric).join(", "),
    keywordLines: () => keywordsOf(rubric).join("\n"),
    keywordPile: () => keywordsOf(rubric).join(" "),
    strongElsewhere: () => strong.map((turn) => turn.text).join("\n\n"),
    strongOpening: () => strong[0]?.text ?? "",
    padding: () => padding.repeat(Math.ceil(paddingCharacters / padding.length)),
  };
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name]?.() ?? whole);
}

/** After the sentence that ends nearest to the middle. */
function middleOf(text: string): number {
  const ends = sentencesIn(text).map(({ end }) => end);
  const nearest = (best: number, end: number) =>
    Math.abs(end - text.length / 2) < Math.abs(best - text.length / 2) ? end : best;
  return ends.reduce(nearest, text.length);
}

function insert(said: string, attack: string, where: Attack["where"]): string {
  if (where === "instead") return attack;
  if (where === "before") return `${attack}\n\n${said}`;
  if (where === "after") return `${said}\n\n${attack}`;
  const at = middleOf(said);
  return `${said.slice(0, at)}\n\n${attack}\n\n${said.slice(at).trimStart()}`;
}

/** A diagram that is written inside an answer is a turn of its own; everything else stays the candidate's words. */
function partsOf(text: string): Pick<Turn, "kind" | "text">[] {
  const fence = /^```mermaid[ \t]*\n([\s\S]*?)\n```[ \t]*$/gm;
  const parts: Pick<Turn, "kind" | "text">[] = [];
  let from = 0;
  for (const { 0: block, 1: source = "", index } of text.matchAll(fence)) {
    parts.push({ kind: "answer", text: text.slice(from, index).trim() }, { kind: "diagram", text: source });
    from = index + block.length;
  }
  parts.push({ kind: "answer", text: text.slice(from).trim() });
  return parts.filter((part) => part.text !== "");
}

/** Every answer of the candidate with the attack in it; what the interviewer says stays as it was. */
export function attackTranscript(transcript: Transcript, attack: Attack, scenario: AttackedScenario): Turn[] {
  let question = "";
  const turns: Turn[] = [];
  for (const turn of transcript) {
    if (turn.speaker === "interviewer") question = turn.text;
    const isAnswer = turn.speaker === "candidate" && turn.kind === "answer";
    if (!isAnswer) turns.push(turn);
    else {
      const attacked = insert(turn.text, fill(attack.text, scenario, question), attack.where);
      turns.push(...partsOf(attacked).map((part) => ({ ...turn, ...part })));
    }
  }
  return turns.map((turn, at) => ({ ...turn, seq: at + 1 }));
}

/** The interview with next to nothing said in it. */
export function nearlyEmpty(transcript: Transcript): Turn[] {
  const said = "I am not sure. I would have to think about that one.";
  const turns = transcript.filter(({ kind }) => kind !== "diagram");
  return turns.map((turn, at) => ({ ...turn, seq: at + 1, text: turn.speaker === "candidate" ? said : turn.text }));
}
