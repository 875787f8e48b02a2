import type { Mode } from "#app/domain/interview/session.ts";

export const modeName: Record<Mode, string> = { practice: "Practice", mock: "Mock", assessment: "Assessment" };
