import type { Ended, HandInRefusal, StartRefusal } from "#app/domain/hiring/candidacy.ts";
import type { Notice } from "#app/domain/hiring/notice.ts";

// A candidate's way through an assessment, as its page shows it.

export type ShownUnderWay = { sessionId: string; remainingMs: number };

export type ShownPart = {
  id: string;
  position: number;
  title: string;
  limitMs: number;
  finished: readonly { sessionId: string; finishedAt: string }[];
  underWay: ShownUnderWay | null;
  attemptsLeft: number;
  refusal: StartRefusal | null;
};

export type ShownCandidacy = {
  id: string;
  name: string;
  organisation: string;
  contact: string;
  notice: Notice | null;
  acknowledgedAt: string;
  deadline: string | null;
  extraTimePercent: number;
  mostAttempts: number;
  ended: Ended | null;
  handedInAt: string | null;
  withdrawnAt: string | null;
  deletionAskedAt: string | null;
  deleteAt: string;
  parts: readonly ShownPart[];
  warmUp: { title: string; limitMs: number; underWay: ShownUnderWay | null; taken: number } | null;
  handInRefusal: HandInRefusal | null;
};
