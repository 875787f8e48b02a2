import { agreementWithPeople, type PeopleAgreement } from "#app/domain/grading/calibration/agreement/people.ts";
import type { GraderName } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import { listReviewedGrades } from "./list-reviewed-grades.server.ts";

/** Kept until there is another review or grade: anybody may ask, and every review there is goes into the answer. */
let kept: { key: string; people: PeopleAgreement } | null = null;

/** How far a grader agrees with the levels that people gave, over all rubrics; what belongs to organisations is their own. */
export async function measurePeople(grader: GraderName): Promise<PeopleAgreement> {
  const [reviews, newest, grades] = await Promise.all([
    db().review.count(),
    db().review.findFirst({ orderBy: { id: "desc" }, select: { id: true } }),
    db().grade.count({ where: { status: "graded" } }),
  ]);
  const key = JSON.stringify([grader, reviews, newest?.id, grades]);
  if (kept?.key !== key)
    kept = {
      key,
      people: agreementWithPeople(await listReviewedGrades({ grader, organisationId: null, isShown: true })),
    };
  return kept.people;
}
