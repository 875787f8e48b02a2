import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { env } from "#app/env.server.ts";
import { createAnthropicGrader } from "./anthropic-grader.server.ts";

/** The grader of that name, set up as this process is configured. A missing key shows when it is used: as ungraded. */
export function chooseGrader(name: GraderName): Grader {
  if (name === "offline") return offlineGrader;
  const { anthropic, gradingDeadlineMs, gradingIdleMs } = env();
  const { apiKey, baseUrl, model } = anthropic;
  return createAnthropicGrader({
    apiKey,
    baseURL: baseUrl,
    model,
    deadlineMs: gradingDeadlineMs,
    idleMs: gradingIdleMs,
  });
}
