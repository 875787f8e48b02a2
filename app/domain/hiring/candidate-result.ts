/** The result of an assessment as its candidate reads it: what the team has let out, and the candidate's own appeals. */
import type { FeedbackCriterion, FeedbackVersion } from "./feedback.ts";

/** `level` is null where levels are not let out. */
export type ShownLevelAppeal = {
  reason: string;
  answered: { answer: string; level: number | null; at: string } | null;
};

export type CandidateResultView = Omit<FeedbackVersion, "parts"> & {
  /** 1, 2, 3 …: how often it was sent. */
  version: number;
  /** Null where there are no appeals. */
  appealUntil: string | null;
  parts: {
    sessionId: string;
    title: string;
    criteria: (FeedbackCriterion & { appeal: ShownLevelAppeal | null; mayAppeal: boolean })[];
  }[];
};

/** As the team previews it, before there is anything to contest. */
export function previewOf(version: FeedbackVersion, number: number): CandidateResultView {
  return {
    ...version,
    version: number,
    appealUntil: null,
    parts: version.parts.map((part) => ({
      ...part,
      criteria: part.criteria.map((criterion) => ({ ...criterion, appeal: null, mayAppeal: false })),
    })),
  };
}

/** An appeal that was not taken, with what was typed. */
export type RefusedLevelAppeal = { session: string; criterion: string; reason: string; problem: string };
