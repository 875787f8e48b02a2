import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  answererOf,
  refuseAppeal,
  type Answerer,
  type AppealRefusal,
  type AskedAppeal,
} from "#app/domain/grading/appeal.ts";
import { GradeResultSchema, GraderNameSchema } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { countedGrade } from "#app/services/grading/counted-grade.server.ts";
import { enqueueGrade, queueGrade } from "#app/services/grading/queue-grade.server.ts";
import { outsideAssessments } from "#app/services/interview/outside-assessments.server.ts";
import { canUseModel } from "#app/services/model/account-for.server.ts";

export type MadeAppeal = { ok: true; appealId: string } | { ok: false; reason: AppealRefusal };

/**
 * Contests one criterion of the grade that is shown: the other grader reads the session, or it waits for a person. Null
 * when the session is absent or not the viewer's.
 */
export async function appealCriterion(
  viewer: Viewer,
  { sessionId, asked, now = new Date() }: { sessionId: string; asked: AskedAppeal; now?: Date },
): Promise<MadeAppeal | null> {
  const made = await db().$transaction(async (tx) => {
    // Of two clicks at once the second waits here, and finds the appeal that the first has made.
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} FOR NO KEY UPDATE`;
    const session = await tx.session.findFirst({
      where: { ...outsideAssessments, id: sessionId, userId: viewer.id },
      include: { appeals: true, grades: { where: countedGrade, orderBy: { createdAt: "desc" }, take: 1 } },
    });
    return session && makeAppeal(tx, { session, asked, now });
  });
  if (!made?.ok) return made;
  if (made.gradeId !== null) await enqueueGrade(made.gradeId);
  return { ok: true, appealId: made.appealId };
}

type ContestedSession = Prisma.SessionGetPayload<{ include: { appeals: true; grades: true } }>;
type Asked = { session: ContestedSession; asked: AskedAppeal; now: Date };

async function makeAppeal(tx: Prisma.TransactionClient, { session, asked, now }: Asked) {
  const grade = session.grades[0];
  const criterionIds = grade ? GradeResultSchema.parse(grade.result).criteria.map(({ id }) => id) : [];
  const shown = grade ? { id: grade.id, criterionIds } : null;
  const appeals = session.appeals.map((each) => ({ ...each, answeredBy: answeredByOf(each.answeredBy) }));
  const refused = refuseAppeal(asked, { shown, appeals });
  if (refused !== null || !grade) return { ok: false, reason: refused ?? "not_graded" } as const;
  const canUseAnthropic = await canUseModel(session, { reader: tx });
  const answerer = answererOf(GraderNameSchema.parse(grade.grader), { canUseAnthropic });
  const { id: appealId } = await tx.appeal.create({
    data: {
      sessionId: session.id,
      gradeId: grade.id,
      criterionId: asked.criterionId,
      reason: asked.reason.trim(),
      status: answerer === "person" ? "waiting" : "regrading",
      createdAt: now,
    },
  });
  const gradeId = answerer === "person" ? null : await queueGrade(tx, session, { grader: answerer, appealId });
  return { ok: true, appealId, gradeId } as const;
}

/** Who answered an appeal, as it is stored. */
export function answeredByOf(stored: string | null): Answerer | null {
  if (stored === null || stored === "person") return stored;
  return GraderNameSchema.parse(stored);
}
