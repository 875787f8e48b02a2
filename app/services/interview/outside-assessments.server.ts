import { Prisma } from "#app/db/generated/client.ts";

// What is said in an assessment is for the team that set it, and for its own pages alone. Everywhere else, a candidate's own
// results and lists and the studio's figures, its sessions are left out.

export const outsideAssessments = { mode: { not: "assessment" } } satisfies Prisma.SessionWhereInput;

/** The same of a session called `s`. */
export const outsideAssessmentsSql = Prisma.sql`s."mode" <> 'assessment'`;
