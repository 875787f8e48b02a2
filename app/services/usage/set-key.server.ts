import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import type { UngradedReason } from "#app/domain/grading/grade.ts";
import { keyHint } from "#app/domain/usage/api-key.ts";
import { db } from "#app/db/client.server.ts";
import { sealKey } from "#app/services/model/seal-key.server.ts";
import { resumeAfterBudget } from "./resume-after-budget.server.ts";

/** What a new key may mend. */
const mended: readonly UngradedReason[] = ["budget", "no_key", "wrong_key", "budget_spent"];

/** Keeps an organisation's key, encrypted, in place of the one before; sessions that waited for one go on. */
export async function setKey(
  viewer: Viewer,
  { organisation, apiKey }: { organisation: string; apiKey: string },
): Promise<{ ok: true } | null> {
  const membership = findMembership(viewer, organisation, "set_key");
  if (!membership) return null;
  const { organisationId } = membership;
  await db().organisation.update({
    where: { id: organisationId },
    data: { sealedApiKey: sealKey(apiKey, organisationId), apiKeyHint: keyHint(apiKey) },
  });
  await resumeAfterBudget({ organisationId, reasons: mended });
  return { ok: true };
}

/** From now on the server's key is used, where there is one. Null for whoever may not. */
export async function removeKey(viewer: Viewer, organisation: string): Promise<{ ok: true } | null> {
  const membership = findMembership(viewer, organisation, "set_key");
  if (!membership) return null;
  await db().organisation.update({
    where: { id: membership.organisationId },
    data: { sealedApiKey: null, apiKeyHint: null },
  });
  return { ok: true };
}
