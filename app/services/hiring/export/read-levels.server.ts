import type { LevelsCursor, LevelsRow } from "#app/domain/hiring/levels-file.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { findGate } from "#app/services/hiring/agreement/find-gate.server.ts";
import { getVersion } from "#app/services/interview/find-session.server.ts";

/** Sessions at a time: of some five criteria each, so about five hundred rows. */
const batch = 100;

export type LevelsOf = Prisma.AssessmentGetPayload<{ include: { parts: true } }>;
type Part = LevelsOf["parts"][number];

const rowOf = {
  id: true,
  finishedAt: true,
  levels: true,
  candidacyId: true,
  candidacy: { select: { code: true } },
} satisfies Prisma.SessionSelect;

type Asked = {
  after: LevelsCursor | null;
  names: boolean;
  /** Nobody reads the levels of their own answers here. */
  exceptUserId: string;
};

type Row = Prisma.SessionGetPayload<{ select: typeof rowOf }>;
type Level = Row["levels"][number];

/** What the gate says of each grader on one scenario version, asked once for a file. */
function gatesOf(assessment: LevelsOf, { scenarioHash }: Part) {
  const { organisationId, gateKappa, gateLeast, hideUnvalidated } = assessment;
  const rules = { gateKappa, gateLeast, hideUnvalidated };
  const asked = new Map<string, ReturnType<typeof findGate>>();
  return async ({ grader, graderLevel }: Level): Promise<LevelsRow["grader"]> => {
    if (grader === null || graderLevel === null) return null;
    const gate = asked.get(grader) ?? findGate(organisationId, scenarioHash, { ...rules, grader });
    asked.set(grader, gate);
    const { hides, isValidated } = await gate;
    return hides ? null : { name: grader, level: graderLevel, isValidated };
  };
}

type People = ReadonlyMap<string | null, LevelsRow["person"]>;

/** Those of whom nothing is under review any more, by their candidacies. */
async function readPeople(sessions: readonly Row[]): Promise<People> {
  const candidacies = await db().candidacy.findMany({
    where: {
      id: { in: sessions.flatMap(({ candidacyId }) => candidacyId ?? []) },
      sessions: { none: { reviewState: { in: ["waiting", "adjudicating"] } } },
    },
    select: { id: true, user: { select: { name: true, email: true } } },
  });
  return new Map(candidacies.map(({ id, user: { name, email: address } }) => [id, { name, address }]));
}

async function* readPart(
  assessment: LevelsOf,
  part: Part,
  { after, names, exceptUserId }: Asked,
): AsyncGenerator<LevelsRow[]> {
  const { title } = await getVersion(part.scenarioHash);
  const graderOf = gatesOf(assessment, part);
  const { position } = part;
  let from: Prisma.StringFilter = after ? { gte: after.sessionId } : {};
  for (;;) {
    const sessions = await db().session.findMany({
      where: {
        partId: part.id,
        reviewState: "complete",
        id: from,
        candidacy: { userId: { not: exceptUserId }, withdrawnAt: null },
      },
      orderBy: { id: "asc" },
      select: rowOf,
      take: batch,
    });
    const people: People = names ? await readPeople(sessions) : new Map();
    const rows: LevelsRow[] = [];
    for (const session of sessions) {
      const person = people.get(session.candidacyId) ?? null;
      for (const level of session.levels.toSorted((a, b) => (a.criterionId < b.criterionId ? -1 : 1))) {
        const { criterionId, people: given, spread, settled, settledBy: by } = level;
        if (after?.sessionId === session.id && criterionId <= after.criterionId) continue;
        rows.push({
          code: session.candidacy?.code ?? "",
          person,
          part: title,
          criterion: criterionId,
          settled,
          by,
          spread,
          people: given,
          grader: await graderOf(level),
          handedIn: session.finishedAt?.toISOString().slice(0, 10) ?? "",
          cursor: { position, sessionId: session.id, criterionId },
        });
      }
    }
    yield rows;
    const last = sessions.at(-1);
    if (!last || sessions.length < batch) return;
    from = { gt: last.id };
  }
}

/** Part by part in their order, and in each by the ids of its sessions: an order that what is added later does not move. */
export async function* readLevels(assessment: LevelsOf, { after, ...asked }: Asked): AsyncGenerator<LevelsRow[]> {
  for (const part of assessment.parts.toSorted((a, b) => a.position - b.position)) {
    if (after && part.position < after.position) continue;
    yield* readPart(assessment, part, { ...asked, after: after?.position === part.position ? after : null });
  }
}
