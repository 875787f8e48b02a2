import type { GraderName } from "#app/domain/grading/grade.ts";
import type { Grader } from "#app/domain/grading/grader.ts";
import { offlineGrader } from "#app/domain/grading/offline/offline-grader.ts";
import { env } from "#app/env.server.ts";
import { accountFor, serverAccount } from "#app/services/model/account-for.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import { createAnthropicGrader } from "./anthropic-grader.server.ts";

/**
 * The grader of that name, set up as this process is configured and paid for as `spend` says; null is for the command
 * line, which has no database to write calls down in. A missing key shows when it is used: as ungraded.
 */
export async function chooseGrader(name: GraderName, spend: Spend | null): Promise<Grader> {
  if (name === "offline") return offlineGrader;
  const { gradingDeadlineMs: deadlineMs, gradingIdleMs: idleMs } = env();
  const account = spend ? await accountFor(spend) : serverAccount();
  return createAnthropicGrader({ ...account, deadlineMs, idleMs, spend });
}
