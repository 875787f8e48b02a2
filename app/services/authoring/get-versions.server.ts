import { isDeepStrictEqual } from "node:util";
import { mayAs } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { authoredState, type AuthoredState } from "#app/domain/authoring/states.ts";
import { db } from "#app/db/client.server.ts";
import { outsideAssessmentsSql } from "#app/services/interview/outside-assessments.server.ts";
import { findAuthored, type FoundAuthored, type WantedAuthored } from "./find-authored.server.ts";
import { judgeDraft, problemWords } from "./judge-draft.server.ts";
import { listNames } from "./list-names.server.ts";

export type VersionRow = {
  number: number;
  hash: string;
  note: string;
  publishedAt: string;
  publishedBy: string | null;
  /** Interviews begun on it, and those of them that have a grade. */
  attempts: number;
  graded: number;
};

/** What keeps the draft from being published, and what has to be accepted for it. */
export type Judged = { errors: string[]; refusals: string[]; warnings: string[] };

export type VersionsView = {
  organisation: { handle: string; name: string };
  scenario: { slug: string; title: string; address: string };
  revision: number;
  state: AuthoredState;
  /** Null where the draft need not be judged: nothing of it could be published. */
  judged: Judged | null;
  canWrite: boolean;
  /** Newest first. */
  versions: VersionRow[];
};

async function judge({ authored, address }: FoundAuthored): Promise<Judged> {
  const { organisationId, files } = authored;
  const { errors, refusals, warnings } = await judgeDraft({ address, organisationId, files });
  return { errors: errors.map(problemWords), refusals, warnings };
}

type Counted = { number: number; attempts: number; graded: number };

/** The same text can be published twice: an interview counts for the newest version with its text that was there. */
async function countByVersion({ authored, address }: FoundAuthored): Promise<Map<number, Counted>> {
  const { id, organisationId } = authored;
  const rows = await db().$queryRaw<Counted[]>`
    SELECT v."number", count(*)::int AS "attempts",
      count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM "Grade" g WHERE g."sessionId" = s."id" AND g."status" = 'graded'
          AND g."appealId" IS NULL AND g."regradeId" IS NULL))::int AS "graded"
    FROM "Session" s
    JOIN LATERAL (
      SELECT p."number" FROM "PublishedVersion" p
      WHERE p."scenarioId" = ${id} AND p."hash" = s."scenarioHash"
      ORDER BY (p."publishedAt" <= s."startedAt") DESC, p."number" DESC LIMIT 1) v ON true
    WHERE s."organisationId" = ${organisationId} AND s."slug" = ${address} AND ${outsideAssessmentsSql}
    GROUP BY v."number"`;
  return new Map(rows.map((row) => [row.number, row]));
}

/** What was published of a scenario, when, by whom and how often it was taken. Null for whoever may not see the studio. */
export async function getVersions(viewer: Viewer, wanted: WantedAuthored): Promise<VersionsView | null> {
  const found = await findAuthored(viewer, { ...wanted, action: "see_studio" });
  if (!found) return null;
  const { authored, membership, address } = found;
  const { slug, title, revision, archivedAt } = authored;
  const canWrite = mayAs(membership.roles, "publish_scenario");
  const [rows, counted] = await Promise.all([
    db().publishedVersion.findMany({
      where: { scenarioId: authored.id },
      omit: { files: true },
      orderBy: { number: "desc" },
    }),
    countByVersion(found),
  ]);
  const [names, newest] = await Promise.all([
    listNames(rows.map(({ publishedById }) => publishedById)),
    rows[0] ? db().publishedVersion.findUnique({ where: { id: rows[0].id }, select: { files: true } }) : null,
  ]);
  const state = authoredState({
    archived: archivedAt !== null,
    newest: rows[0]?.number ?? null,
    isAsPublished: newest !== null && isDeepStrictEqual(newest.files, authored.files),
  });
  return {
    organisation: { handle: membership.handle, name: membership.name },
    scenario: { slug, title, address },
    revision,
    state,
    canWrite,
    judged: canWrite && (state.kind === "draft" || state.kind === "changed") ? await judge(found) : null,
    versions: rows.map(({ number, hash, note, publishedAt, publishedById }) => ({
      number,
      hash,
      note,
      publishedAt: publishedAt.toISOString(),
      publishedBy: publishedById === null ? null : (names.get(publishedById) ?? null),
      attempts: counted.get(number)?.attempts ?? 0,
      graded: counted.get(number)?.graded ?? 0,
    })),
  };
}
