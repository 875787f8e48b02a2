import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  countAttempts,
  countByVersion,
  figureItems,
  spreadScores,
  type Attempts,
  type ByVersion,
  type ItemFigures,
  type ScoreStep,
} from "#app/domain/authoring/learners/learner-figures.ts";
import type { UnforeseenQuestion } from "#app/domain/authoring/learners/unforeseen.ts";
import { readDraft } from "#app/domain/authoring/read-draft.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { bandOf } from "#app/domain/grading/score.ts";
import type { Band, Rubric } from "#app/domain/scenarios/schema.ts";
import { listNewestPublished } from "#app/services/library/read-published.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "../find-authored.server.ts";
import { listNames } from "../list-names.server.ts";
import { countVerdicts } from "./count-verdicts.server.ts";
import { listDisagreements, type DisagreementsView } from "./list-disagreements.server.ts";
import { listTaken, mostTaken, type TakenRow } from "./list-taken.server.ts";
import { listUnforeseen } from "./list-unforeseen.server.ts";

/** One session in the list that names people; only finished ones may be opened. */
export type ListedSession = {
  id: string;
  name: string | null;
  startedAt: string;
  isFinished: boolean;
  number: number | null;
  score: number | null;
  band: Band | null;
  grader: GraderName | null;
};

export type LearnersView = {
  title: string;
  canWrite: boolean;
  /** The version that is looked at alone; null for all of them. */
  version: number | null;
  /** Attempts by whoever may write scenarios, which are in none of the figures. */
  byAuthors: number;
  /** Where there are more than this many, the older ones are in none of the figures. */
  cutAt: number | null;
  all: Attempts;
  byVersion: ByVersion[];
  spread: ScoreStep[];
  checks: ItemFigures[];
  redFlags: ItemFigures[];
  unforeseen: UnforeseenQuestion[];
  disagreements: DisagreementsView;
  /** Dates of the sessions that disagreements link to, by id. */
  dates: Record<string, string>;
  /** Null for whoever may not see whose a session is. */
  sessions: { rows: ListedSession[]; page: number; pages: number } | null;
};

const listedAtOnce = 25;

/** The rubric as it is being written; where the draft is in pieces, as it was published last. */
async function rubricOf({ authored, address }: FoundAuthored): Promise<Rubric | null> {
  const { scenario } = readDraft(address, authored.files, { sections: new Set() });
  if (scenario) return scenario.rubric;
  const { organisationId, slug } = authored;
  const [newest] = await listNewestPublished([organisationId], { slug, archived: true });
  return newest?.entry.scenario.rubric ?? null;
}

async function listSessions(sessions: readonly TakenRow[], wanted: number): Promise<LearnersView["sessions"]> {
  const pages = Math.max(1, Math.ceil(sessions.length / listedAtOnce));
  const page = Math.min(pages, Math.max(1, wanted));
  const rows = sessions.slice((page - 1) * listedAtOnce, page * listedAtOnce);
  const names = await listNames(rows.map(({ userId }) => userId));
  return {
    page,
    pages,
    rows: rows.map(({ id, userId, startedAt, isFinished, number, score, grader }) => ({
      id,
      name: names.get(userId) ?? null,
      startedAt: startedAt.toISOString(),
      isFinished,
      number,
      score,
      band: score === null ? null : bandOf(score),
      grader,
    })),
  };
}

const datesOf = ({ graders, people }: DisagreementsView, sessions: readonly TakenRow[]) => {
  const linked = new Set(
    [...graders.checks, ...people.criteria].flatMap(({ differing }) => differing.map((each) => each.sessionId)),
  );
  return Object.fromEntries(
    sessions.flatMap(({ id, startedAt }) => (linked.has(id) ? [[id, startedAt.toISOString()] as const] : [])),
  );
};

type Wanted = WantedAuthored & { version: number | null; page: number };

/**
 * How learners do at a scenario: figures without names, and, for whoever may see sessions, the sessions themselves. Null
 * for whoever may not see either.
 */
export async function getLearners(viewer: Viewer, { version, page, ...wanted }: Wanted): Promise<LearnersView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "see_learners" });
  if (!found) return null;
  const { membership, authored } = found;
  const [{ sessions: every, byAuthors, isCut }, rubric] = await Promise.all([listTaken(found), rubricOf(found)]);
  const byVersion = countByVersion(every);
  const known = byVersion.some(({ number }) => number === version) ? version : null;
  const sessions = known === null ? every : every.filter(({ number }) => number === known);
  const [counted, unforeseen, disagreements, listed] = await Promise.all([
    countVerdicts(sessions.flatMap(({ gradeId }) => gradeId ?? [])),
    listUnforeseen(sessions.map(({ id }) => id)),
    listDisagreements(rubric, sessions),
    mayAs(membership.roles, "see_session") ? listSessions(sessions, page) : null,
  ]);
  return {
    title: authored.title,
    canWrite: mayAs(membership.roles, "write_scenario"),
    version: known,
    byAuthors,
    cutAt: isCut ? mostTaken : null,
    all: countAttempts(sessions),
    byVersion,
    spread: spreadScores(sessions),
    ...figureItems(rubric, counted),
    unforeseen,
    disagreements,
    dates: datesOf(disagreements, sessions),
    sessions: listed,
  };
}
