/**
 * The parts that the study pages are grouped in, in the order they build on each other.
 */
export const studyParts = ["start", "retrieval", "fine-tuning", "combining", "cost-and-speed", "judging"] as const;
export type StudyPart = (typeof studyParts)[number];

/** What each part is called, and the question it answers. */
export const studyPartWords: Record<StudyPart, { name: string; asks: string }> = {
  start: { name: "Start here", asks: "What kind of problem is it, and how do you say so?" },
  retrieval: { name: "Retrieval", asks: "How does a model come to know what it was never taught?" },
  "fine-tuning": { name: "Fine-tuning", asks: "How does a model come to behave as it was shown?" },
  combining: { name: "Combining", asks: "When is one of the two not enough?" },
  "cost-and-speed": { name: "Cost and speed", asks: "What does each design cost, and how long does it take?" },
  judging: { name: "Judging", asks: "How do you know that it works, and whom do you believe?" },
};
