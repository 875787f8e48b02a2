import { versionTaken } from "#app/domain/authoring/version-taken.ts";
import { GraderNameSchema } from "#app/domain/grading/grade.ts";
import type { Regraded, ScorecardSession } from "#app/domain/grading/scorecard/scorecard.ts";
import { BandSchema } from "#app/domain/scenarios/schema.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";

/** The grades that a session got on newer versions of its scenario, newest first. */
export async function listRegraded(sessionId: string): Promise<Regraded[]> {
  const grades = await db().grade.findMany({
    where: { sessionId, regradeId: { not: null }, status: "graded" },
    orderBy: { createdAt: "desc" },
    include: {
      regrade: { select: { hash: true, createdAt: true, scenario: { select: { published: { select: numbered } } } } },
    },
  });
  return grades.flatMap(({ id, grader, score, band, regrade, finishedAt, createdAt }) => {
    if (!regrade || score === null) return [];
    const { hash: scenarioHash, createdAt: startedAt } = regrade;
    const version = versionTaken(regrade.scenario.published, { scenarioHash, startedAt });
    if (version === null) return [];
    const made = { id, grader: GraderNameSchema.parse(grader), score, band: BandSchema.parse(band) };
    return [{ ...made, version, gradedAt: (finishedAt ?? createdAt).toISOString() }];
  });
}

const numbered = { hash: true, number: true, publishedAt: true } as const;

type Begun = { slug: string; organisationId: string | null; scenarioHash: string; startedAt: Date };

/** Whose scenario a session is on, and which of its versions. */
export async function findOwner(begun: Begun): Promise<ScorecardSession["owner"]> {
  const { organisationId } = begun;
  if (organisationId === null) return null;
  const { slug } = splitAddress(begun.slug);
  const owner = await db().organisation.findUnique({
    where: { id: organisationId },
    select: {
      name: true,
      scenarios: { where: { slug }, select: { published: { select: numbered, orderBy: { number: "asc" } } } },
    },
  });
  if (!owner) return null;
  const versions = owner.scenarios[0]?.published ?? [];
  return { name: owner.name, version: versionTaken(versions, begun), newest: versions.at(-1)?.number ?? null };
}
