import type { MadeGrade } from "#app/domain/grading/scorecard/scorecard.ts";
import { db } from "#app/db/client.server.ts";
import { answeredByPerson, levelsByPerson } from "#app/services/appeals/levels-by-person.server.ts";
import type { FoundSession } from "#app/services/interview/find-session.server.ts";
import { listPagesFor } from "#app/services/library/material/sections-for.server.ts";
import { countedGrade } from "./counted-grade.server.ts";
import { readGrade } from "./read-grade.server.ts";

/** The grade that counts: the newest that succeeded, by people's levels where they gave any. Null where there is none. */
export async function findGrade({ session, scenario }: FoundSession): Promise<MadeGrade | null> {
  const [row, appeals, pages] = await Promise.all([
    db().grade.findFirst({ where: { ...countedGrade, sessionId: session.id }, orderBy: { createdAt: "desc" } }),
    db().appeal.findMany({ ...answeredByPerson, where: { ...answeredByPerson.where, sessionId: session.id } }),
    listPagesFor(session.organisationId),
  ]);
  return row && readGrade(row, { rubric: scenario.rubric, pages, people: levelsByPerson(appeals) });
}
