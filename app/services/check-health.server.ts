import { db } from "#app/db/client.server.ts";

/** Whether the database answers within two seconds: a transaction that hangs counts as broken. */
export async function checkHealth(): Promise<boolean> {
  const answered = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const gaveUp = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([answered, gaveUp]);
}
