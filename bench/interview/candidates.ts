import { isAnswer } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { seededRandom } from "#app/domain/simulator/seeded-random.ts";
import { sentencesIn } from "#app/domain/text/words.ts";
import type { LibraryScenario } from "#app/services/library/load-library.server.ts";
import { deflections, insults, notKnowings, offTopic, shortWords, unrelatedQuestions, vagueness } from "./snippets.ts";

// Simulated candidates. What they say is drawn from the library's calibration answers, which their author has labelled, and
// from snippets that say nothing of any rubric; a seed decides which.

export const candidateKinds = [
  "strong",
  "vague",
  "rambling",
  "silent",
  "hostile",
  "label-dropping",
  "asking everything",
  "changing their mind",
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** What is said to one question; `from` is the labelled answer, and which part of it. */
export type Saying = { text: string; diagram: string; from: { name: string; part: number } | null };

export type Candidate = {
  kind: CandidateKind;
  entry: LibraryScenario;
  seed: number;
  questions: string[];
  answer(asked: Turn): Saying;
};

/** The candidate's parts of a labelled answer, each with whether it answers the twist. */
export function partsOf({ twist }: Scenario, transcript: readonly Turn[]): (Saying & { toTwist: boolean })[] {
  const parts: (Omit<Saying, "from"> & { toTwist: boolean })[] = [];
  let [toTwist, isOpen] = [false, false];
  for (const turn of transcript) {
    if (turn.speaker === "interviewer") {
      toTwist = twist !== undefined && turn.text.includes(twist.asks);
      isOpen = false;
      continue;
    }
    if (!isAnswer(turn)) continue;
    if (!isOpen) parts.push({ text: "", diagram: "", toTwist });
    isOpen = true;
    const part = parts.at(-1);
    if (!part) continue;
    if (turn.kind === "diagram") part.diagram = turn.text;
    else part.text = [part.text, turn.text].filter(Boolean).join("\n\n");
  }
  return parts.map((part, nth) => ({ ...part, from: { name: "", part: nth } }));
}

function labelled({ scenario, calibration }: LibraryScenario, name: string) {
  const answer = calibration.find((each) => each.name === name);
  if (!answer) return [];
  return partsOf(scenario, answer.transcript).map((part, nth) => ({ ...part, from: { name, part: nth } }));
}

type Draw = ReturnType<typeof seededRandom>;

const oneOf = <T>(all: readonly T[], draw: Draw): T => all[Math.floor(draw() * all.length)] as T;

const said = (text: string): Saying => ({ text, diagram: "", from: null });

/** Gives the parts in order, the one for the twist when it comes, and then `after`. */
function telling(parts: readonly (Saying & { toTwist?: boolean })[], after: () => Saying) {
  const left = [...parts];
  return (asked: Turn): Saying => {
    const isTwist = asked.kind === "twist";
    const at = left.findIndex(({ toTwist = false }) => toTwist === isTwist);
    const [part] = left.splice(at < 0 ? 0 : at, at < 0 && isTwist ? 0 : 1);
    return part ?? after();
  };
}

/** All of the part, a sentence at a time, between stories that are longer than it. */
function ramble(part: Saying, draw: Draw): Saying {
  const sentences = sentencesIn(part.text).map(({ start, end }) => part.text.slice(start, end));
  const stories = [...offTopic].sort(() => draw() - 0.5);
  const mixed = stories.flatMap((story, at) => [story, ...(sentences[at] === undefined ? [] : [sentences[at]])]);
  return { ...part, text: [...mixed, ...sentences.slice(stories.length)].join(" ") };
}

function answersOf(kind: CandidateKind, entry: LibraryScenario, draw: Draw): Candidate["answer"] {
  const deflect = () => said(oneOf(deflections, draw));
  switch (kind) {
    case "strong":
      return telling(labelled(entry, "strong"), deflect);
    case "vague":
      return () => said(`${oneOf(vagueness, draw)} ${oneOf(vagueness, draw)}`);
    case "rambling":
      return telling(
        labelled(entry, "partial").map((part) => ({ ...ramble(part, draw), toTwist: part.toTwist })),
        () => ramble(said(""), draw),
      );
    case "silent":
      return () => said(oneOf(draw() < 0.6 ? notKnowings : shortWords, draw));
    case "hostile":
      return telling(
        labelled(entry, "instructs-the-grader").map((part) => ({
          ...part,
          text: `${oneOf(insults, draw)} ${part.text}`,
        })),
        () => said(oneOf(insults, draw)),
      );
    case "label-dropping":
      return telling(labelled(entry, oneOf(["keyword-stuffed", "right-label-wrong-reasons"], draw)), deflect);
    case "asking everything":
      return telling(labelled(entry, "partial"), deflect);
    case "changing their mind": {
      const strong = labelled(entry, "strong").map((part, at) =>
        at === 0 ? { ...part, text: `I have changed my mind since. ${part.text}` } : part,
      );
      const [first] = labelled(entry, "confidently-wrong");
      return telling(first ? [first, ...strong] : strong, deflect);
    }
  }
}

function questionsOf(kind: CandidateKind, { scenario }: LibraryScenario, draw: Draw): string[] {
  if (kind !== "asking everything") return [];
  const asks = scenario.hiddenFacts.flatMap((fact) => oneOf(fact.asks, draw));
  return [...asks, ...unrelatedQuestions].sort(() => draw() - 0.5).slice(0, 14);
}

export function makeCandidate(kind: CandidateKind, entry: LibraryScenario, seed: number): Candidate {
  const draw = seededRandom(seed);
  return { kind, entry, seed, questions: questionsOf(kind, entry, draw), answer: answersOf(kind, entry, draw) };
}
