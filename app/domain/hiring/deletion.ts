/**
 * Why everything of a candidacy is deleted, and what the log says of it afterwards: how many of each kind, and no name.
 */
export const deletionCauses = {
  retention: "the time for which it is kept was over",
  asked: "the candidate asked for it",
  team: "the team decided so",
  account: "the candidate deleted their account",
} as const;
export type DeletionCause = keyof typeof deletionCauses;

/** What is counted, by the word it is written down with. */
export type DeletedCounts = {
  sessions: number;
  turns: number;
  grades: number;
  reviews: number;
  claims: number;
  levels: number;
  changes: number;
  appeals: number;
  decisions: number;
  cards: number;
  mails: number;
  invitations: number;
};
