import type { JobHandlers } from "#app/db/jobs.server.ts";

const idle = () => Promise.resolve();

/** Jobs that are asked for and that nobody does. */
export const idleJobs: JobHandlers = {
  "grade-session": idle,
  "end-interview": idle,
  "deliver-mail": idle,
  "run-dry-run": idle,
  "run-regrade": idle,
  "resume-after-budget": idle,
  "measure-agreement": idle,
  "end-assessment": idle,
  "apply-retention": idle,
};
