import type { ModelPurpose } from "#app/domain/accounts/model-purpose.ts";
import { explainOverBudget, judgeBudget } from "#app/domain/usage/budget.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { log } from "#app/log.server.ts";
import { fault, type Fault } from "./explain-fault.server.ts";
import { holdBudgets, spentToday } from "./spent-today.server.ts";

/** What a call is for, and whose doing it was. */
export type Spend = {
  purpose: ModelPurpose;
  /** Whose scenario or draft it is about; null for what belongs to no organisation. */
  organisationId: string | null;
  userId: string | null;
  sessionId?: string | null | undefined;
  /** Of an assessment: whether a model may take part is then the team's to say. */
  candidacyId?: string | null | undefined;
  promptVersion?: string | null | undefined;
  /** What it may cost, where the caller knows better than its length tells. */
  estimatedUsd?: number | null | undefined;
};

type CallToReserve = {
  spend: Spend;
  model: string;
  /** Whether whoever runs the server pays, not the organisation. */
  onServerKey: boolean;
  estimatedUsd: number | null;
  now: Date;
};

// Many calls may begin at once, and each waits for its turn to look at the budget.
const patience = { maxWait: 30_000, timeout: 30_000 };

/**
 * Writes a call down before it is made, with what it may cost, unless a budget does not allow it. Whoever looks at the
 * same budget at the same moment waits, and sees this reservation as spent.
 */
export async function reserveCall(call: CallToReserve): Promise<{ ok: true; callId: string } | Fault> {
  try {
    return await db().$transaction((tx) => reserve(tx, call), patience);
  } catch (error) {
    log().error({ err: error }, "a call of the model could not be written down");
    return fault("internal", "The call of the model could not be written down, so it was not made.", {
      retriable: true,
    });
  }
}

async function reserve(tx: Prisma.TransactionClient, call: CallToReserve) {
  const { spend, onServerKey, estimatedUsd, now } = call;
  const { organisationId, userId } = spend;
  const data = dataOf(call);
  for (const limit of await holdBudgets(tx, { organisationId, onServerKey })) {
    const spent = await spentToday(tx, { organisationId: limit.organisationId, userId, now });
    const over = judgeBudget(limit.budgets, spent, estimatedUsd);
    if (over === null) continue;
    await tx.modelCall.create({ data: { ...data, outcome: "budget", costUsd: 0 } });
    return fault("budget", explainOverBudget(over, { payer: limit.payer, now }));
  }
  const { id } = await tx.modelCall.create({ data });
  return { ok: true as const, callId: id };
}

function dataOf({ spend, now, ...rest }: CallToReserve) {
  const { purpose, organisationId, userId, sessionId = null, promptVersion = null } = spend;
  return { purpose, organisationId, userId, sessionId, promptVersion, createdAt: now, ...rest };
}
