import { findMembership } from "#app/domain/accounts/permissions.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { findPrice, listPrices } from "#app/domain/grading/model/prices.ts";
import { dayOf, daysBefore, startOfDay } from "#app/domain/usage/day.ts";
import { fillDays, usageDays, type KeyState, type UsageView } from "#app/domain/usage/usage.ts";
import { db } from "#app/db/client.server.ts";
import type { Organisation } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { closeLostCalls } from "#app/services/model/close-lost-calls.server.ts";
import { openKey } from "#app/services/model/seal-key.server.ts";
import { listCalls } from "./list-calls.server.ts";
import { listWaiting } from "./list-waiting.server.ts";
import { sumByDay, sumByLine, sumByPerson, sumFailures } from "./sum-calls.server.ts";

const newestShown = 20;

function keyStateOf({ id, sealedApiKey, apiKeyHint }: Organisation): KeyState {
  if (sealedApiKey === null) return { kind: env().anthropic.apiKey === null ? "none" : "server" };
  const hint = apiKeyHint ?? "";
  return { kind: openKey(sealedApiKey, id) === null ? "cannot_open" : "own", hint };
}

/** What the model costs an organisation. Null for whoever may not see it, as for an organisation that is not there. */
export async function getUsage(
  viewer: Viewer,
  { organisation: handle, now = new Date() }: { organisation: string; now?: Date },
): Promise<UsageView | null> {
  const membership = findMembership(viewer, handle, "see_usage");
  if (!membership) return null;
  await closeLostCalls({ now });
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: membership.organisationId } });
  const span = Array.from({ length: usageDays }, (_, at) => dayOf(daysBefore(now, usageDays - 1 - at)));
  const of = { organisationId: organisation.id, since: startOfDay(daysBefore(now, usageDays - 1)) };
  const [lines, failures, people, days, newest, waiting] = await Promise.all([
    sumByLine(of),
    sumFailures(of),
    sumByPerson(of, startOfDay(now)),
    sumByDay(of),
    listCalls(of, { take: newestShown }),
    listWaiting(["budget"], organisation.id),
  ]);
  const today = days.find(({ day }) => day === dayOf(now));
  const { model } = env().anthropic;
  return {
    organisation: { name: organisation.name, handle: organisation.handle },
    budgets: { totalUsd: organisation.dailyBudgetUsd, perPersonUsd: organisation.dailyBudgetPerPersonUsd },
    key: keyStateOf(organisation),
    model,
    pricedAsOf: findPrice(model) === null ? null : listPrices.asOf,
    today: { costUsd: today?.costUsd ?? 0, calls: today?.calls ?? 0 },
    waiting: new Set(waiting.map(({ sessionId }) => sessionId)).size,
    lines,
    failures,
    people,
    days: fillDays(days, span),
    newest,
    unpricedModels: [...new Set(lines.filter(({ unpriced }) => unpriced > 0).map((line) => line.model))],
  };
}
