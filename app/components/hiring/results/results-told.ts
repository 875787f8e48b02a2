import type { FeedbackVersion } from "#app/domain/hiring/feedback.ts";

/** What was typed, right or wrong: whoever is refused finds it again. */
export type GivenResults = {
  intent: string;
  criterion: string;
  level: string;
  outcome: string;
  reason: string;
  words: string;
};

/** What came of a form of a candidate's page. */
export type ResultsTold =
  | { tone: "done"; message: string }
  | { tone: "refused"; message: string; fields: Record<string, string>; given: GivenResults }
  | { tone: "preview"; version: FeedbackVersion; fingerprint: string; words: string };

export type Refused = Extract<ResultsTold, { tone: "refused" }>;

/** A refusal of one form, and of no other on the page. */
export function refusedOf(told: ResultsTold | null, intent: string, criterion = ""): Refused | null {
  if (told?.tone !== "refused" || told.given.intent !== intent) return null;
  return criterion === "" || told.given.criterion === criterion ? told : null;
}
