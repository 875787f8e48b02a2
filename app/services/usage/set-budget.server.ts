import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { Budgets } from "#app/domain/usage/budget.ts";
import { db } from "#app/db/client.server.ts";
import { resumeAfterBudget } from "./resume-after-budget.server.ts";

/** Sets what an organisation may spend in a day; what waited goes on if it holds now. Null for whoever may not. */
export async function setBudget(
  viewer: Viewer,
  { organisation, totalUsd, perPersonUsd }: Budgets & { organisation: string },
): Promise<{ ok: true } | null> {
  const membership = findMembership(viewer, organisation, "set_budget");
  if (!membership) return null;
  const { organisationId } = membership;
  await db().organisation.update({
    where: { id: organisationId },
    data: { dailyBudgetUsd: totalUsd, dailyBudgetPerPersonUsd: perPersonUsd },
  });
  await resumeAfterBudget({ organisationId });
  return { ok: true };
}
