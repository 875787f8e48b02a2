import { addressOf, splitAddress } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { readVersion } from "#app/services/interview/find-session.server.ts";
import { findShipped, loadLibrary, type LibraryScenario } from "#app/services/library/load-library.server.ts";

/** A scenario version that an assessment may be made of. `number` is null for what ships. */
export type ScenarioChoice = { slug: string; hash: string; title: string; minutes: number; number: number | null };

/** What ships, as it is now, and every version the organisation has published of scenarios that are not archived. */
export async function listChoices(organisation: { organisationId: string; handle: string }): Promise<ScenarioChoice[]> {
  const { organisationId, handle } = organisation;
  const [{ scenarios }, published] = await Promise.all([
    loadLibrary(),
    db().publishedVersion.findMany({
      where: { scenario: { organisationId, archivedAt: null } },
      select: { number: true, hash: true, version: true, scenario: { select: { slug: true } } },
      orderBy: [{ scenario: { title: "asc" } }, { scenarioId: "asc" }, { number: "desc" }],
    }),
  ]);
  const own = published.map(({ number, hash, version, scenario: { slug } }) => {
    const { title, minutes } = readVersion(version);
    return { slug: addressOf(handle, slug), hash, title, minutes, number };
  });
  const shipped = scenarios.map(({ scenario: { slug, title, minutes }, hash }) => ({
    slug,
    hash,
    title,
    minutes,
    number: null,
  }));
  return [...own, ...shipped.sort((a, b) => a.title.localeCompare(b.title))];
}

type Chosen = { hash: string; slug: string; title: string; minutes: number; number: number | null };

/** The same for a draft: what it holds stays to be chosen, also once something newer ships. */
export async function listChoicesFor(
  organisation: { organisationId: string; handle: string },
  chosen: readonly Chosen[],
): Promise<ScenarioChoice[]> {
  const choices = await listChoices(organisation);
  const older = chosen.filter(({ hash }) => choices.every((choice) => choice.hash !== hash));
  return [...older.map(({ title, ...each }) => ({ ...each, title: `${title}, as it was when chosen` })), ...choices];
}

/** A scenario version as it is kept with whoever begins it. */
type FoundVersion = Pick<LibraryScenario, "scenario" | "hash" | "rubricHash">;
type Reader = Pick<Prisma.TransactionClient, "publishedVersion">;

/**
 * What is at an address now, for an assessment of the organisation: what ships, or the newest version of its own. Null
 * where it is archived, ships no more, or is another organisation's. It asks nothing but `on`, which may be a transaction.
 */
export async function findVersionAt(
  on: Reader,
  { organisationId, address }: { organisationId: string; address: string },
): Promise<FoundVersion | null> {
  const { handle, slug } = splitAddress(address);
  if (handle === null) return findShipped(slug);
  const newest = await on.publishedVersion.findFirst({
    where: { scenario: { organisationId, slug, archivedAt: null, organisation: { handle } } },
    orderBy: { number: "desc" },
    include: { version: true },
  });
  if (newest === null) return null;
  const { hash, version } = newest;
  return { scenario: readVersion(version), hash, rubricHash: version.rubricHash };
}
