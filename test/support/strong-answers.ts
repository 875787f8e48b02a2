import { readFileSync } from "node:fs";
import { parseTranscript } from "#app/domain/interview/transcript.ts";

export type WrittenAnswer = { text: string; diagram?: string };

/** What the author of the shipped scenario calls a strong answer, by turns of the candidate. */
function strongTurns() {
  const written = readFileSync("scenarios/customer-support-chatbot/calibration/strong.md", "utf8");
  const { transcript } = parseTranscript(written.slice(written.indexOf("## Interviewer")));
  return transcript.filter(({ speaker }) => speaker === "candidate");
}

/** The strong answer, cut into the five that an interview has room for; the second has its diagram. */
export function strongAnswers(): WrittenAnswer[] {
  const turns = strongTurns();
  const diagram = turns.find(({ kind }) => kind === "diagram")?.text;
  const [, decision = "", design = "", economics = "", twist = "", evaluation = ""] = turns
    .filter(({ kind }) => kind === "answer")
    .map(({ text }) => text);
  return [{ text: decision }, { text: design, diagram }, { text: twist }, { text: economics }, { text: evaluation }];
}

/** A question whose answer the scenario keeps until it is asked for, and the beginning of that answer. */
export const clarification = {
  asked: "What do the bad replies have in common?",
  told: "We read 200 bad replies: 142 were out of date",
};
