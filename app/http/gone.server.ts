import { requireFound } from "./not-found.server.ts";

/** For a session in review: whoever has had it in hand is told what became of it, anybody else that there is nothing. */
export async function requireReviewed<T>(found: T | null, findGone: () => Promise<string | null>) {
  if (found !== null && found !== undefined) return found as NonNullable<T>;
  const gone = await findGone();
  if (gone === null) return requireFound(found);
  throw Response.json({ gone }, { status: 404, statusText: "Not Found" });
}
