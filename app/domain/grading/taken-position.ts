/**
 * Which approach a candidate argued for, read from the sentences that decide something. It is shown beside the positions
 * and changes no points: reasons are graded, never the label.
 */
import { candidateTurns, type Transcript } from "../interview/transcript.ts";
import type { Approach } from "../scenarios/approach.ts";
import { deniedWords } from "../text/polarity.ts";
import { sentencesIn, wordsIn } from "../text/words.ts";

const decides =
  /\b(i['’]?d|i would|i['’]?ll|we['’]?d|we should|my (choice|answer|pick|recommendation)|recommend|choose|chose|pick|go with|start with|going with|argue for|settle on|use)\b/i;

const approachStems: readonly { approach: Approach; stems: readonly string[] }[] = [
  { approach: "hybrid", stems: ["hybrid", "combin"] },
  { approach: "rag", stems: ["rag", "retriev"] },
  { approach: "fine-tune", stems: ["tune", "finetun", "lora", "qlora", "adapt", "train", "retrain"] },
  { approach: "prompt", stems: ["prompt"] },
];

/** A side this much weaker than the other is mentioned, not argued for. */
const bothFrom = 0.4;

/** Null when nothing is decided for. */
export function takenPosition(transcript: Transcript): Approach | null {
  const votes: Record<Approach, number> = { prompt: 0, rag: 0, "fine-tune": 0, hybrid: 0 };
  for (const turn of candidateTurns(transcript).filter(({ kind }) => kind === "answer")) {
    for (const span of sentencesIn(turn.text)) {
      if (!decides.test(turn.text.slice(span.start, span.end))) continue;
      const words = wordsIn(turn.text, span);
      const denied = deniedWords(turn.text, words);
      for (const { approach, stems } of approachStems) {
        if (words.some((word, at) => !denied[at] && stems.includes(word.key))) votes[approach] += 1;
      }
    }
  }
  const { rag, prompt, hybrid } = votes;
  const tune = votes["fine-tune"];
  const both = Math.min(rag, tune) >= bothFrom * Math.max(rag, tune) ? Math.min(rag, tune) : 0;
  if (hybrid + both > 0 && hybrid + both >= Math.max(rag, tune) / 2) return "hybrid";
  const most = Math.max(rag, tune, prompt);
  if (most === 0) return null;
  if (rag === most) return "rag";
  return tune === most ? "fine-tune" : "prompt";
}
