/**
 * Sensible answers to the requests of this application, made by looking at them: a grade whose quotes are real
 * substrings of what the candidate said, or the planned question in slightly other words.
 */
import { message, type MessagesBody, type Reply } from "./anthropic-replies.ts";

type AskedQuestion = { id: string; asks: string; met: string[]; notMet: string[] };
type SentTurn = { turn: number; speaker: string; kind: string; text: string };

const smallWords = new Set(
  "the and for that with this from have would will are was not can its into they them".split(" "),
);

function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !smallWords.has(word)).map((word) => word.slice(0, 6)));
}

/** Share of an example's words that a sentence has. */
function overlap(example: string, sentence: string): number {
  const wanted = contentWords(example);
  const said = contentWords(sentence);
  return wanted.size === 0 ? 0 : [...wanted].filter((word) => said.has(word)).length / wanted.size;
}

function firstWords(sentence: string, count: number): string {
  return new RegExp(`^(?:\\S+\\s+){0,${count - 1}}\\S+`).exec(sentence)?.[0] ?? "";
}

function judge({ id, met }: AskedQuestion, sentences: readonly string[]) {
  const scored = sentences.map((sentence) => ({
    sentence,
    score: Math.max(...met.map((each) => overlap(each, sentence))),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { sentence: "", score: 0 });
  if (best.score < 0.3) {
    return { id, quotes: [], reason: "Nothing said bears on it.", verdict: "insufficient_evidence", confidence: 0.8 };
  }
  const verdict = best.score >= 0.45 ? "met" : "partial";
  return { id, quotes: [firstWords(best.sentence, 25)], reason: "The candidate says so.", verdict, confidence: 0.9 };
}

function systemText({ system }: MessagesBody): string {
  if (typeof system === "string") return system;
  return (system ?? []).map(({ text }) => text).join("\n");
}

function userText({ messages }: MessagesBody): string {
  return messages.map(({ content }) => content).join("\n");
}

/** The turns between the two tagged lines. */
export function sentTranscript(body: MessagesBody): SentTurn[] {
  const slot = /^<(transcript-[^>]+)>\n([\s\S]*?)\n<\/\1>$/m.exec(userText(body));
  return slot?.[2] === undefined ? [] : (JSON.parse(slot[2]) as SentTurn[]);
}

/** The questions of a grading request, as its system text gives them. */
export function sentQuestions(body: MessagesBody): AskedQuestion[] {
  const text = systemText(body);
  const given = JSON.parse(text.slice(text.indexOf("\n{"))) as { questions: AskedQuestion[] };
  return given.questions;
}

function gradeFor(body: MessagesBody): string {
  const sentences = sentTranscript(body)
    .filter(({ speaker }) => speaker === "candidate")
    .flatMap(({ text }) => text.split(/(?<=[.!?;])\s+|\n+/))
    .filter((sentence) => sentence.trim() !== "");
  return JSON.stringify({ checks: sentQuestions(body).map((question) => judge(question, sentences)) });
}

/** Whether the reply is to be JSON with this at its top. */
function asksFor({ output_config }: MessagesBody, name: string): boolean {
  return Object.hasOwn(output_config?.format?.schema.properties ?? {}, name);
}

/** A sample answer: as many answers as there are questions, each of what is looked for. */
function draftFor(body: MessagesBody): string {
  const slot = /^<(material-[^>]+)>\n([\s\S]*?)\n<\/\1>/m.exec(userText(body))?.[2] ?? "{}";
  const { questions, lookedFor } = JSON.parse(slot) as { questions: string[]; lookedFor: string[] };
  const said = (at: number) => lookedFor[at % lookedFor.length]?.replace(/^Does the candidate /, "I would ") ?? "";
  return JSON.stringify({ answers: questions.map((_, at) => `Here is what I think. ${said(at)}`) });
}

function wordsFor(body: MessagesBody): string {
  const planned = /The planned question, as JSON:\n(".*")$/.exec(userText(body))?.[1];
  const question = planned === undefined ? "What comes next?" : String(JSON.parse(planned));
  return `Staying with your design: ${question.includes("?") ? question : question.replace(/\.?$/, "?")}`;
}

function textFor(body: MessagesBody): string {
  if (asksFor(body, "answers")) return draftFor(body);
  if (asksFor(body, "asked")) return JSON.stringify({ asked: [] });
  return body.output_config?.format === undefined ? wordsFor(body) : gradeFor(body);
}

/** `paceMs` slows the stream down so that a person, or a browser test, can see it come in. */
export function answerSensibly({ paceMs = 0 }: { paceMs?: number } = {}): Reply {
  return (exchange) => {
    const isGrading = exchange.body.output_config?.format !== undefined;
    const text = textFor(exchange.body);
    return message({ text, pieceChars: isGrading ? 120 : 12, paceMs })(exchange);
  };
}
