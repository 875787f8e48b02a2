import type { Drill } from "#app/domain/practice/drill.ts";

/** A small drill about notes that change each week. */
export function makeDrill(changes: Partial<Drill> = {}): Drill {
  return {
    id: "weekly-notes",
    situation:
      "A team writes release notes each week and wants a bot that answers from the newest ones, with a link to the note. There are hundreds of them, they are never short, and nobody minds how the answer is worded as long as it is right and can be checked by whoever asked.",
    accepts: [
      {
        approach: "rag",
        condition: "The notes change every week, so they have to be looked up when the question arrives.",
        met: [
          "The notes change every week, so they must be looked up at question time.",
          "A trained model would be out of date by the next release, while an index is refreshed in minutes.",
          "Weekly changes rule out training; fetch the newest note instead.",
          "It has to link to the current note, and only retrieval can give that.",
        ],
        notMet: ["Bots are always built with retrieval.", "There are enough notes to train a model on."],
      },
    ],
    wrong: {
      prompt: "Hundreds of notes do not fit a prompt.",
      "fine-tune": "What is trained in is old a week later.",
      hybrid: "No manner is asked for that would have to be trained.",
    },
    sources: ["S1:222"],
    study: "knowledge-or-behaviour#freshness",
    examples: {
      right: { approach: "rag", reason: "Since notes change weekly they have to be looked up when somebody asks." },
      wrong: { approach: "rag", reason: "Everybody uses it nowadays." },
    },
    ...changes,
  };
}
