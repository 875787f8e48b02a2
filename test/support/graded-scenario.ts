/** A small scenario with three checks and a red flag, and an interview about it. */
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";

export const gradedScenario: Scenario = {
  slug: "house-dialect",
  title: "Questions in, our SQL out",
  summary: "An analytics team wants questions turned into queries in its own dialect.",
  kind: "choice",
  level: "practitioner",
  minutes: 25,
  competencies: ["framing", "economics"],
  sources: [],
  facts: [{ id: "volume", label: "Questions a day", value: 120_000, unit: "queries/day" }],
  hiddenFacts: [
    {
      id: "schema-change",
      asks: ["do the tables change"],
      answer: "Tables change every week; a catalogue is always right.",
    },
  ],
  positions: [{ approach: "hybrid", strength: "best", when: "The dialect is stable and the tables change weekly." }],
  opening: "How would you build this, and what decides your choice?",
  twist: { after: 2, change: "Every query must now name its sources.", asks: "Does that change anything?" },
  followUps: 4,
  diagramRules: [],
  hints: {},
  brief:
    "An analytics group answers questions by generating SQL. A general model gets 71 % right and takes 1.9 seconds.",
  rubric: {
    criteria: [
      {
        id: "framing",
        competency: "framing",
        weight: 66,
        levels: {
          0: "Treats the whole as one undivided problem.",
          1: "Names knowledge and behaviour but swaps them.",
          2: "Separates them in general, not for this case.",
          3: "Puts the dialect and the tables on their proper sides.",
          4: "As 3, and tests the split against how often each changes.",
        },
        checks: [
          {
            id: "dialect-is-behaviour",
            points: 7,
            asks: "Does the candidate treat the dialect as a way of answering to be learned?",
            met: ["the dialect is a habit of output, it barely changes, so it belongs in the weights"],
            notMet: ["I would put the dialect guide in the vector store"],
            probe: "What here would still be true in two years?",
            study: "knowledge-or-behaviour#the-test",
          },
          {
            id: "schema-is-knowledge",
            points: 6,
            asks: "Does the candidate say that tables change too often to be trained in?",
            met: ["tables change every week so the schema has to come from the catalogue at query time"],
            notMet: ["we train the schema into the model so it never has to look anything up"],
            probe: "A column was renamed yesterday. Walk me through what happens.",
            study: "knowledge-or-behaviour#freshness",
          },
        ],
        redFlags: [
          {
            id: "trains-facts",
            minus: 5,
            asks: "Does the candidate propose to fine-tune in order to teach the changing tables?",
            met: ["fine-tune on the catalogue every night so it knows all the tables"],
            notMet: ["I would not train the catalogue in, it would be out of date by Friday"],
          },
        ],
      },
      {
        id: "economics",
        competency: "economics",
        weight: 34,
        levels: {
          0: "No numbers.",
          1: "Says cheaper.",
          2: "Compares in words.",
          3: "Calculates one.",
          4: "Calculates both.",
        },
        checks: [
          {
            id: "shorter-prompt",
            points: 8,
            asks: "Does the candidate connect training with a shorter prompt and that with cost?",
            met: ["once it knows the format the prompt shrinks, at this volume that pays for itself"],
            notMet: ["latency does not depend on the prompt"],
            probe: "Where does the 1.9 seconds go?",
            study: "latency#prompt-length",
          },
        ],
        redFlags: [],
      },
    ],
  },
};

export const checkIds = ["dialect-is-behaviour", "schema-is-knowledge", "trains-facts", "shorter-prompt"] as const;

type Said = Pick<Turn, "speaker" | "kind" | "text">;

/** An interview from who said what; turns are numbered in order. */
export function transcriptOf(...said: Said[]): Turn[] {
  return said.map((turn, index) => ({ ...turn, seq: index + 1, checkId: null, factId: null }));
}

export function answered(text: string): Turn[] {
  return transcriptOf(
    { speaker: "interviewer", kind: "question", text: gradedScenario.opening },
    { speaker: "candidate", kind: "answer", text },
  );
}

export const gradedTranscript = answered(
  "The dialect hardly ever changes, so I would train it in. Tables change every week, so they come from the catalogue when the question is asked.",
);
