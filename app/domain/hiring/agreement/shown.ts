/**
 * Agreement as a page shows it: figures of groups that are large enough, and reviewers by the names that the viewer may
 * know. Admins see names; a reviewer sees which row is their own; to everybody else reviewers are letters.
 */
import type { Gate, GateRules } from "./gate.ts";
import { fewestSessions, type MeasuredAgreement, type MeasuredReviewer } from "./measured.ts";

export type ShownReviewer = {
  name: string;
  isViewer: boolean;
  sessions: number;
  /** Null, all of them, where there are too few sessions. */
  figures: {
    levels: number;
    exact: number;
    withinOne: number;
    /** Own level minus the others'. */
    meanDifference: number;
    tendency: MeasuredReviewer["tendency"];
    kappa: number | null;
    interval: MeasuredReviewer["interval"];
    notDefined: MeasuredReviewer["notDefined"];
  } | null;
};

/** A threshold that assessments have, how many of them, and where the measured agreement stands to it. */
export type ShownGate = Gate & Required<Pick<GateRules, "gateKappa" | "gateLeast">> & { assessments: number };

/** What is sent of a report; its reviewers are sent by name only. */
export type ShownAgreement = Omit<MeasuredAgreement, "reviewers">;

export type ShownVersion = {
  hash: string;
  title: string;
  /** Of the organisation's own scenario; null for what ships. */
  number: number | null;
  gates: ShownGate[];
  measuredAt: string | null;
  /** Null before anything was measured. */
  agreement: ShownAgreement | null;
};

/** Whose levels lie apart: the grader's and those that count, or those of the reviewers. */
export const betweenNames = ["grader", "reviewers"] as const;
export type Between = (typeof betweenNames)[number];

/** So many disagreements are listed, and a reviewer's among so many of their newest reviews. */
export const mostDisagreements = 20;
export const newestReviews = 200;

/** A session where two levels lie apart, for whoever may open it. */
export type ShownDisagreement = {
  sessionId: string;
  code: string;
  grader: number | null;
  settled: number | null;
  people: number[];
  apart: number;
};

/** Where a session leads: an admin to its record, a reviewer to what they have reviewed, anybody else nowhere. */
export type DisagreementLinks = "record" | "own reviews" | "none";

export type ShownDisagreements = {
  between: Between;
  criterion: string;
  links: DisagreementLinks;
  /** Another criterion was asked for, which there is not. */
  isUnknown: boolean;
  sessions: ShownDisagreement[];
};

/** A, B, C … Z, AA, AB … */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

export type ReviewerNames = {
  /** Everybody who reviews in the organisation: a letter stays the same from one page to the next. */
  all: readonly string[];
  viewerId: string;
  /** Null where the viewer may not know them. */
  nameOf: ((id: string) => string) | null;
};

function nameReviewer(id: string, { all, viewerId, nameOf }: ReviewerNames): Pick<ShownReviewer, "name" | "isViewer"> {
  if (id === viewerId) return { name: "You", isViewer: true };
  const name = nameOf?.(id) ?? `Reviewer ${letterOf([...all].sort().indexOf(id))}`;
  return { name, isViewer: false };
}

export function showReviewers(reviewers: readonly MeasuredReviewer[], names: ReviewerNames): ShownReviewer[] {
  return reviewers
    .map(({ reviewerId, sessions, levels, exact, withinOne, difference, ...measured }) => {
      const { kappa, interval, notDefined, tendency } = measured;
      const shares = { exact: exact / levels, withinOne: withinOne / levels, meanDifference: difference / levels };
      const figures = { levels, ...shares, tendency, kappa, interval, notDefined };
      return { ...nameReviewer(reviewerId, names), sessions, figures: sessions < fewestSessions ? null : figures };
    })
    .sort((a, b) => Number(b.isViewer) - Number(a.isViewer) || a.name.localeCompare(b.name, "en"));
}

/** One reviewer over several scenario versions. Kappa is of one version: what it expects by chance differs between them. */
export function addReviewers(reports: readonly MeasuredAgreement[]): MeasuredReviewer[] {
  const added = new Map<string, MeasuredReviewer>();
  for (const { reviewers } of reports) {
    for (const each of reviewers) {
      const before = added.get(each.reviewerId);
      const add = (key: "sessions" | "levels" | "exact" | "withinOne" | "difference") =>
        (before?.[key] ?? 0) + each[key];
      added.set(each.reviewerId, {
        reviewerId: each.reviewerId,
        sessions: add("sessions"),
        levels: add("levels"),
        exact: add("exact"),
        withinOne: add("withinOne"),
        difference: add("difference"),
        kappa: null,
        interval: null,
        notDefined: null,
        tendency: null,
      });
    }
  }
  return [...added.values()];
}
