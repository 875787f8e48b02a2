/** The result of an assessment as its candidate reads it: what the team has let out, and the candidate's own appeals. */
import type { FeedbackCriterion, FeedbackVersion } from "./feedback.ts";

/** `level` is null where levels are not let out. */
export type ShownLevelAppeal = {
  reason: string;
  answered: { answer: string; level: number | null; at: string } | null;
};

export type ShownResult = FeedbackCriterion & {
  /** The level that was sent, where the answer to an appeal has put another in its place since: `level`. */
  changed: { from: number; at: string } | null;
  appeal: ShownLevelAppeal | null;
  mayAppeal: boolean;
};

export type CandidateResultView = Omit<FeedbackVersion, "parts"> & {
  /** 1, 2, 3 …: how often it was sent. */
  version: number;
  /** Null where nothing can be contested, or not any more. */
  appealUntil: string | null;
  /** Nobody reads on for whoever has withdrawn: an appeal that waits is answered by nobody. */
  isWithdrawn: boolean;
  parts: {
    sessionId: string;
    title: string;
    criteria: ShownResult[];
  }[];
};

/** As the team previews it, before there is anything to contest. */
export function previewOf(version: FeedbackVersion, number: number): CandidateResultView {
  return {
    ...version,
    version: number,
    appealUntil: null,
    isWithdrawn: false,
    parts: version.parts.map((part) => ({
      ...part,
      criteria: part.criteria.map((criterion) => ({ ...criterion, changed: null, appeal: null, mayAppeal: false })),
    })),
  };
}

/** An appeal that was not taken, with what was typed. */
export type RefusedLevelAppeal = { session: string; criterion: string; reason: string; problem: string };
