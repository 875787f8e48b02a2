import { randomUUID } from "node:crypto";
import { startInterview, type Mode } from "#app/domain/interview/session.ts";
import type { Clock } from "#app/domain/interview/clock.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { Prisma } from "#app/db/generated/client.ts";

export type ToBegin = {
  userId: string;
  scenario: Scenario;
  /** Of the version, which the library need not have any more. */
  hash: string;
  organisationId: string | null;
  mode: Mode;
  /** Null where there is no limit. */
  clock: Clock | null;
  now: Date;
  candidacyId?: string;
  partId?: string | null;
};

/** Writes a new interview, with its opening question put. */
export async function beginSession(
  tx: Prisma.TransactionClient,
  { scenario, hash, clock, now, ...begun }: ToBegin,
): Promise<string> {
  const turns = startInterview(scenario).map((turn) => ({ ...turn, voice: "authored", createdAt: now }));
  const kept = { ...begun, scenarioHash: hash, slug: scenario.slug, startedAt: now, lastActiveAt: now, ...clock };
  // An id holds the moment at which it was made, and reviewers are not to learn when their candidate began.
  const named = begun.candidacyId === undefined ? {} : { id: randomUUID() };
  const { id } = await tx.session.create({ data: { ...named, ...kept, turns: { create: turns } } });
  return id;
}
