import { createHash, randomUUID } from "node:crypto";
import { db } from "#app/db/client.server.ts";

// Attempts are counted in the database, so that a restart or a second machine does not forget. `lastRequest` is the
// account library's name for the column; here it holds when the counting began.

const dayMs = 86_400_000;

export type AttemptRule = { windowSeconds: number; max: number };

/** Counts one attempt, in one statement so that simultaneous ones cannot pass together. False: it is one too many. */
export async function countAttempt(
  key: string,
  { windowSeconds, max }: AttemptRule,
): Promise<{ allowed: boolean; retryAfterSeconds: number }> {
  const now = Date.now();
  const ended = BigInt(now - windowSeconds * 1000);
  const [row] = await db().$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${BigInt(now)})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."lastRequest" <= ${ended} THEN 1 ELSE "RateLimit"."count" + 1 END,
      "lastRequest" =
        CASE WHEN "RateLimit"."lastRequest" <= ${ended} THEN excluded."lastRequest" ELSE "RateLimit"."lastRequest" END
    RETURNING "count", "lastRequest"`;
  if (row === undefined) throw new Error("An attempt was not counted.");
  if (row.count === 1) await db().rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now - dayMs) } } });
  const retryAfterSeconds = Math.max(1, Math.ceil((Number(row.lastRequest) + windowSeconds * 1000 - now) / 1000));
  return { allowed: row.count <= max, retryAfterSeconds };
}

/** Whether one more would be allowed, without counting it: for what is counted only where it fails. */
export async function isAttemptLeft(key: string, { windowSeconds, max }: AttemptRule): Promise<boolean> {
  const row = await db().rateLimit.findUnique({ where: { key }, select: { count: true, lastRequest: true } });
  if (row === null || row.count < max) return true;
  return row.lastRequest <= BigInt(Date.now() - windowSeconds * 1000);
}

/** Begins the counting anew. */
export async function forgetAttempts(key: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key } });
}

/** The key of an e-mail address: addresses of people who have no account here are not kept. */
export function attemptKey(what: string, email: string): string {
  return `${what}|${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}
