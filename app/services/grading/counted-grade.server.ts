import type { Prisma } from "#app/db/generated/client.ts";

// A grade that was made for an appeal answers that appeal: it never takes the place of the session's own.

export const ofTheSession = { appealId: null } satisfies Prisma.GradeWhereInput;
export const countedGrade = { ...ofTheSession, status: "graded" } satisfies Prisma.GradeWhereInput;
