import type { ScenarioKind } from "#app/domain/scenarios/schema.ts";

type KindWords = { start: string; given: string; questions: (most: number) => string; answers: string };

const situation: KindWords = {
  start:
    "The brief stays beside you. Say what you would build, why, and what would change your mind; no account is needed.",
  given:
    "More is known than is given. In the interview you may ask; what was thought of is told, the rest is yours to assume.",
  questions: (most) =>
    `One to open with, then at most ${most - 1} about what you left open. One of them may change the situation. You can finish early.`,
  answers: "In your own words, with a Mermaid diagram where drawing says it better. You may ask before you answer.",
};

const reading: KindWords = {
  start:
    "The code stays beside you. Say what it does, what that means for the people who use it, and what you would do about it; no account is needed.",
  given: "What matters is in the code and in these lines. What they leave open is yours to assume.",
  questions: (most) => `One to open with, then at most ${most - 1} about what you left open. You can finish early.`,
  answers: "In your own words. Name the line you mean by its number; nothing has to be run.",
};

/** What a scenario's page says before an interview, by what the scenario asks for. */
export const kindWords: Record<ScenarioKind, KindWords> = {
  choice: situation,
  dispute: situation,
  diagnosis: situation,
  "code-reading": reading,
};
