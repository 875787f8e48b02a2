import type { Prisma } from "#app/db/generated/client.ts";

// A grade that was made for an appeal answers that appeal, and one that was made on a newer version stands beside the
// session's own: neither takes its place.

export const ofTheSession = { appealId: null, regradeId: null } satisfies Prisma.GradeWhereInput;
export const countedGrade = { ...ofTheSession, status: "graded" } satisfies Prisma.GradeWhereInput;
