import { setTimeout as wait } from "node:timers/promises";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { GradingProgress } from "#app/domain/grading/grader.ts";
import { titleOfCriterion, type Rubric } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { findOwnResult } from "#app/services/interview/find-session.server.ts";
import { ofTheSession } from "./counted-grade.server.ts";

export type GradeState = "queued" | "grading" | "graded" | "ungraded";

export type GradeProgressEvent = {
  state: GradeState;
  progress: GradingProgress | null;
  criteria: { key: string; title: string; done: boolean }[];
};

/** The row is asked, not this process: the grade may be made by another one. */
const pollMs = 250;

/** Which criteria have all their verdicts, when a grader goes through the checks in the rubric's order. */
export function criteriaDone(rubric: Rubric, verdicts: number): GradeProgressEvent["criteria"] {
  let needed = 0;
  return rubric.criteria.map((criterion, at) => {
    needed += criterion.checks.length + criterion.redFlags.length;
    return { key: String.fromCharCode(65 + at), title: titleOfCriterion(criterion), done: verdicts >= needed };
  });
}

async function* poll(sessionId: string, rubric: Rubric, signal: AbortSignal): AsyncGenerator<GradeProgressEvent> {
  let last = "";
  while (!signal.aborted) {
    const grade = await db().grade.findFirst({ where: { ...ofTheSession, sessionId }, orderBy: { createdAt: "desc" } });
    if (!grade) return;
    const progress = grade.progress as GradingProgress | null;
    const ended = grade.status === "graded" || grade.status === "ungraded";
    const pastVerdicts = progress?.step === "evidence" || progress?.step === "score";
    const verdicts = pastVerdicts || grade.status === "graded" ? Infinity : (progress?.done ?? 0);
    const event = { state: grade.status, progress, criteria: criteriaDone(rubric, verdicts) };
    const text = JSON.stringify(event);
    if (text !== last) yield event;
    last = text;
    if (ended) return;
    await wait(pollMs, undefined, { signal }).catch(() => undefined);
  }
}

/** How the newest grade of a session comes along, until it ends. Null when the session is absent or not the viewer's. */
export async function followGrade(
  viewer: Viewer,
  sessionId: string,
  signal: AbortSignal,
): Promise<AsyncIterable<GradeProgressEvent> | null> {
  const found = await findOwnResult(viewer, sessionId);
  return found && poll(sessionId, found.scenario.rubric, signal);
}
