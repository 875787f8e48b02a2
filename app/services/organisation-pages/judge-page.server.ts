import type { Membership } from "#app/domain/accounts/viewer.ts";
import { judgePage } from "#app/domain/content/organisation-page.ts";
import type { ParsedStudyPage } from "#app/domain/content/parse.ts";
import { addressOf } from "#app/domain/scenarios/address.ts";
import { db } from "#app/db/client.server.ts";
import { checkDiagrams } from "#app/services/library/check-diagrams.server.ts";
import { knownPlaces } from "#app/services/library/known-places.server.ts";
import { loadLibrary, sectionsOf } from "#app/services/library/load-library.server.ts";
import { listPagesFor } from "#app/services/library/material/sections-for.server.ts";

type Judged = { membership: Membership; slug: string; text: string };

/** Reads a page where it stands: with everything its links may lead to, and its diagrams by Mermaid's own parser. */
export async function judgeText({ membership, slug, text }: Judged): Promise<ParsedStudyPage> {
  const { organisationId, handle } = membership;
  const [ledger, published, rows, ownScenarios] = await Promise.all([
    loadLibrary(),
    listPagesFor(organisationId),
    db().organisationPage.findMany({ where: { organisationId, archivedAt: null }, select: { slug: true } }),
    listScenarioAddresses(membership),
  ]);
  const scenarios = new Set([...ledger.scenarios.map(({ scenario }) => scenario.slug), ...ownScenarios]);
  const readable = new Set(published.map((page) => page.slug));
  const own = rows.filter((row) => row.slug !== slug).map((row) => addressOf(handle, row.slug));
  const judged = judgePage(
    { handle, slug, text },
    {
      published,
      unpublished: new Set(own.filter((address) => !readable.has(address))),
      places: await knownPlaces({ ledger, sections: sectionsOf(published), scenarios }),
    },
  );
  if (!judged.page) return judged;
  return {
    ...judged,
    problems: [...judged.problems, ...(await checkDiagrams(`${slug}.md`, judged.page.diagrams))],
  };
}

async function listScenarioAddresses({ organisationId, handle }: Membership): Promise<string[]> {
  const own = await db().authoredScenario.findMany({
    where: { organisationId, archivedAt: null, published: { some: {} } },
    select: { slug: true },
  });
  return own.map(({ slug }) => addressOf(handle, slug));
}
