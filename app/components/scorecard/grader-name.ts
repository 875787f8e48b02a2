import type { GraderName } from "#app/domain/grading/grade.ts";

export const graderName: Record<GraderName, string> = { offline: "Offline grader", anthropic: "Anthropic grader" };
