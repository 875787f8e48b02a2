import type { Prisma } from "#app/db/generated/client.ts";
import type { LibraryScenario } from "./load-library.server.ts";

/** Keeps the scenario as it is now; whoever begins later with the same content shares the row. */
export async function keepVersion(
  tx: Prisma.TransactionClient,
  { scenario, hash, rubricHash }: Pick<LibraryScenario, "scenario" | "hash" | "rubricHash">,
): Promise<void> {
  const content: Prisma.InputJsonObject = JSON.parse(JSON.stringify(scenario));
  await tx.scenarioVersion.createMany({
    data: [{ hash, slug: scenario.slug, rubricHash, content }],
    skipDuplicates: true,
  });
}
