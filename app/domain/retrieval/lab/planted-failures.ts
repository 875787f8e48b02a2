/**
 * Retrieval failing in the three ways that S2:230-244 lists, each planted into the papers of an invented company as a
 * setting of the knobs: what is seen, what would make it right, and how code tells.
 */
import type { RetrievalIndex } from "../index-material.ts";
import type { KnobTexts } from "./knob-positions.ts";
import { shippedTexts } from "./knobs.ts";
import type { LabRun } from "./pipeline.ts";
import type { Prompt } from "./prompt.ts";
import type { Mark } from "./stage-rows.ts";

export const plantedIds = ["wrong-documents", "not-retrieved", "lost-in-context"] as const;
export type PlantedId = (typeof plantedIds)[number];

/** What the goals of a failure are judged by. `control` is the run of a question that the papers do not answer. */
export type Evidence = { index: RetrievalIndex; run: LabRun; prompt: Prompt; control: LabRun | null };

export type Goal = { says: string; isMet: boolean; found: string };

export type PlantedFailure = {
  id: PlantedId;
  name: string;
  question: string;
  /** What somebody complained of. */
  symptom: string;
  /** Where to look, without saying what is there. */
  look: string;
  hint: string;
  /** Said once it is mended. */
  why: string;
  source: string;
  study: string;
  /** A question without an answer, which must go on having none. */
  control: string | null;
  start: KnobTexts;
  /** Words that only the passage with the answer has. */
  answer: string;
  misleads: (page: string) => boolean;
  goals: (evidence: Evidence) => Goal[];
};

const isIn = (index: RetrievalIndex, at: number, words: string) => index.passages[at]?.text.includes(words) ?? false;

export function markIn(failure: PlantedFailure, index: RetrievalIndex, at: number): Mark {
  if (isIn(index, at, failure.answer)) return "answers";
  return failure.misleads(index.passages[at]?.page ?? "") ? "misleads" : null;
}

/** From 1; null where the prompt does not have it. */
function answerRank({ answer }: { answer: string }, { index, prompt }: Evidence): number | null {
  const nth = prompt.parts.findIndex(({ at }) => isIn(index, at, answer));
  return nth === -1 ? null : nth + 1;
}

const rankWords = (rank: number | null) => (rank === null ? "it is not in the prompt" : `it is passage ${rank}`);

function withinGoal(failure: { answer: string }, evidence: Evidence, most: number): Goal {
  const rank = answerRank(failure, evidence);
  const says =
    most === 1 ? "The answer is the first passage of the prompt." : `The answer is among the first ${most} passages.`;
  return { says, isMet: rank !== null && rank <= most, found: rankWords(rank) };
}

const softwareRefund = "refund of the licence within 14 days";
const directorMail = "i.solheim@norrfjord.example";
const reportsDue = "deadline for reports is 8 January";

export const plantedFailures: readonly PlantedFailure[] = [
  {
    id: "wrong-documents",
    name: "Wrong documents",
    question: "What's our refund policy for software?",
    symptom:
      "A customer who wants to give back a licence is told: 30 days, 85 percent once opened. That is the rule for laptops; for software it is 14 days.",
    look: "Compare what is found by words and what is found by meaning, and which of the two the prompt follows.",
    hint: "Only one of the two ways of finding is on, and what its list puts first stays first: nothing reads the candidates a second time.",
    why: "Both pages share half of the question. A rare word that only one of them has, and a second look at the candidates that asks how much of the question each covers, put the right one first.",
    source: "S2:232-234",
    study: "/learn/retrieval-failures#the-wrong-documents",
    control: null,
    start: { ...shippedTexts, size: "180", words: "off", rerank: "0", top: "3", bar: "0" },
    answer: softwareRefund,
    misleads: (page) => page === "hardware-returns",
    goals: (evidence) => {
      const { index, prompt } = evidence;
      const rank = answerRank({ answer: softwareRefund }, evidence);
      const wrong = prompt.parts.findIndex(({ at }) => index.passages[at]?.page === "hardware-returns");
      const isAbove = wrong !== -1 && (rank === null || wrong + 1 < rank);
      return [
        withinGoal({ answer: softwareRefund }, evidence, 3),
        {
          says: "No passage of the hardware desk stands above it.",
          isMet: rank !== null && !isAbove,
          found: wrong === -1 ? "none is in the prompt" : `the first of them is passage ${wrong + 1}`,
        },
      ];
    },
  },
  {
    id: "not-retrieved",
    name: "Not retrieved",
    question: "What's the CEO's email?",
    symptom: "“I have no information about that.” Yet the address stands in the company's own list of who is who.",
    look: "Find the passage with the address in each stage, then compare what the search is sure of with the bar for it.",
    hint: "The list says “managing director”, in the middle of a long piece about other things; and a bar that nothing clears hides even what was found.",
    why: "Nothing was missing from the index. The piece was so long that one sentence in it hardly counted, the words of the question are not those of the page, and the bar was set without looking at what right answers score.",
    source: "S2:236-239",
    study: "/learn/retrieval-failures#the-document-that-was-not-found",
    control: "How many moons does Jupiter have?",
    start: { ...shippedTexts, size: "360", meaning: "off", rerank: "0", top: "5", bar: "0.9" },
    answer: directorMail,
    misleads: (page) => page === "mail-rules",
    goals: (evidence) => [
      withinGoal({ answer: directorMail }, evidence, 5),
      {
        says: "A question that the papers do not answer still finds nothing.",
        isMet: evidence.control !== null && !evidence.control.isMatch,
        found: evidence.control?.isMatch ? "it is handed passages" : "it finds nothing",
      },
    ],
  },
  {
    id: "lost-in-context",
    name: "Lost in long context",
    question: "What's the deadline for Q4 reports?",
    symptom:
      "The reply names 15 September, which is the deadline for budgets. The right date was in the prompt, far down among ten passages.",
    look: "Find the answer in the prompt: which passage is it, how long is it, and what stands before it?",
    hint: "Ten passages are handed on and the order is that of one list. Order them better first, then hand on fewer.",
    why: "The date was found all the time. In a smaller piece, or after a second look at the order, it comes up; and with fewer passages there is less in front of it. One author hands on 3 to 5 (S0, line 395), without a measurement.",
    source: "S2:241-244",
    study: "/learn/retrieval-failures#lost-in-long-context",
    control: null,
    start: { ...shippedTexts, size: "360", words: "off", rerank: "0", top: "10", bar: "0", budget: "4000" },
    answer: reportsDue,
    misleads: (page) => page === "q4-planning",
    goals: (evidence) => {
      const { parts, tokens } = evidence.prompt;
      return [
        withinGoal({ answer: reportsDue }, evidence, 3),
        {
          says: "The prompt holds at most five passages.",
          isMet: parts.length > 0 && parts.length <= 5,
          found: `it holds ${parts.length}`,
        },
        {
          says: "It is no longer than about 500 tokens.",
          isMet: parts.length > 0 && tokens <= 500,
          found: `it has about ${tokens}`,
        },
      ];
    },
  },
];

export function findPlanted(id: string): PlantedFailure | null {
  return plantedFailures.find((each) => each.id === id) ?? null;
}
