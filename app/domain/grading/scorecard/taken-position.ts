/**
 * Which approach a candidate argued for, read from the sentences that decide something. It is shown beside the positions
 * and changes no points: reasons are graded, never the label.
 */
import { candidateTurns, type Transcript } from "../../interview/transcript.ts";
import { approaches, type Approach } from "../../scenarios/approach.ts";
import { deniedWords } from "../../text/polarity.ts";
import { sentencesIn, wordsIn, type Word } from "../../text/words.ts";

const decides =
  /\b(i['\u2019]?d|i would|i['\u2019]?ll|we['\u2019]?d(?! have)|we (should|build|improve|keep|train)|use|choose|chose|pick|take)\b/i;
const recommends =
  /\b(my|our) (choice|answer|pick|plan|position|proposal|recommendation)\b|\b(recommend|go (with|for)|going with|(start|stay|stick) with|argue for|settle on|(is|are) (still |clearly )?the (right|better|best) (tool|choice|answer|approach|fit|option))\b/i;

/** A recommendation says more than a thing one would also do. */
const recommendationVotes = 2;

/** Where a sentence leaves what is chosen for what is conditional, compared with it or turned down. */
const turnsAway =
  /\b(if|unless|until|once|only (when|after)|over|than|before|without|instead of|drop|reject|refuse|decline|turn down|(i['\u2019]?d|would) have)\b/i;
const onlyPerhaps = /\b(maybe|perhaps|might|sooner|consider)\b/i;
const comparedFirst = /^\W*(before|instead of|rather than|without)\b[^,]*,/i;

export function decisivePart(sentence: string): string {
  if (onlyPerhaps.test(sentence)) return "";
  const rest = sentence.replace(comparedFirst, "");
  const turn = turnsAway.exec(rest);
  return turn ? rest.slice(0, turn.index) : rest;
}

const approachStems: Record<Approach, readonly string[]> = {
  hybrid: ["hybrid"],
  rag: ["rag", "retriev"],
  "fine-tune": ["tune", "finetun", "lora", "qlora", "adapt", "train", "retrain"],
  prompt: ["prompt"],
};

/** "Hybrid search" is a way of searching. */
const ofSearch = new Set(["search", "retriev", "index", "queri", "rank"]);

function names(words: readonly Word[], approach: Approach): boolean {
  return words.some(
    ({ key }, at) =>
      approachStems[approach].includes(key) && !(approach === "hybrid" && ofSearch.has(words[at + 1]?.key ?? "")),
  );
}

/** The approaches that a text names without denying them; retrieval and training in one breath are one hybrid. */
export function approachesIn(text: string): Approach[] {
  const words = wordsIn(text);
  const denied = deniedWords(text, words);
  const asserted = words.filter((_, at) => !denied[at]);
  const named = approaches.filter((approach) => names(asserted, approach));
  return named.includes("rag") && named.includes("fine-tune") ? ["hybrid"] : named;
}

/** What a sentence decides for; what follows a colon explains it. */
function decidedIn(part: string): Approach[] {
  const first = approachesIn(part.replace(/:.*$/s, ""));
  return first.length > 0 ? first : approachesIn(part);
}

/** A side this much weaker than the other is mentioned, not argued for. */
const bothFrom = 0.4;

function countVotes(transcript: Transcript): Record<Approach, number> {
  const votes: Record<Approach, number> = { prompt: 0, rag: 0, "fine-tune": 0, hybrid: 0 };
  for (const { text } of candidateTurns(transcript).filter(({ kind }) => kind === "answer")) {
    for (const { start, end } of sentencesIn(text)) {
      const part = decisivePart(text.slice(start, end));
      const weight = recommends.test(part) ? recommendationVotes : Number(decides.test(part));
      for (const approach of decidedIn(part)) votes[approach] += weight;
    }
  }
  return votes;
}

/** Null when nothing is decided for. */
function decidedFor(transcript: Transcript): Approach | null {
  const { rag, prompt, hybrid, "fine-tune": tune } = countVotes(transcript);
  const both = Math.min(rag, tune) >= bothFrom * Math.max(rag, tune) ? Math.min(rag, tune) : 0;
  if (hybrid + both > 0 && hybrid + both >= Math.max(rag, tune)) return "hybrid";
  // A prompt is part of every design, so on a tie the other side is what was argued for.
  const most = Math.max(rag, tune, prompt);
  if (most === 0) return null;
  if (rag === most) return "rag";
  return tune === most ? "fine-tune" : "prompt";
}

type Twist = { change: string; best?: Approach | undefined };

/** What was said before the situation changed. A transcript from a file does not mark the change: its words do. */
function beforeTwist(transcript: Transcript, { change }: Twist): Transcript {
  const at = transcript.findIndex(
    ({ kind, speaker, text }) => kind === "twist" || (speaker === "interviewer" && text.includes(change)),
  );
  return at < 0 ? transcript : transcript.slice(0, at);
}

/**
 * The approach argued for. A change that makes another approach the best divides what was said: then it is the one argued
 * for before, or after it where nothing was decided for until then. Null when nothing is decided for.
 */
export function takenPosition(transcript: Transcript, twist?: Twist): Approach | null {
  return (twist?.best ? decidedFor(beforeTwist(transcript, twist)) : null) ?? decidedFor(transcript);
}
