import { findMembership, membershipsFor } from "#app/domain/accounts/permissions.ts";
import type { Membership, Viewer } from "#app/domain/accounts/viewer.ts";
import { splitAddress } from "#app/domain/scenarios/address.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import { db } from "#app/db/client.server.ts";
import { listSituations, loadLibrary, type LibraryScenario } from "./load-library.server.ts";
import { listNewestPublished, readPublished } from "./read-published.server.ts";

/** Whose it is, where it does not ship; `number` is of the version. */
export type Owner = { handle: string; name: string; number: number };

export type ReachableScenario = LibraryScenario & { organisationId: string | null; owner: Owner | null };

type Newest = { organisationId: string; number: number; entry: LibraryScenario };

function ofOrganisation({ handle, name, organisationId }: Membership, { number, entry }: Newest): ReachableScenario {
  return { ...entry, organisationId, owner: { handle, name, number } };
}

function shipped(entry: LibraryScenario): ReachableScenario {
  return { ...entry, organisationId: null, owner: null };
}

/**
 * What the viewer may begin at this address: a scenario that ships, or the newest published version of an organisation
 * they belong to, unless it is archived.
 */
export async function findScenario(viewer: Viewer | null, address: string): Promise<ReachableScenario | null> {
  const { handle, slug } = splitAddress(address);
  if (handle === null) {
    const entry = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === slug);
    return entry ? shipped(entry) : null;
  }
  const membership = findMembership(viewer, handle, "take_scenario");
  if (!membership) return null;
  const [newest] = await listNewestPublished([membership.organisationId], { slug });
  return newest ? ofOrganisation(membership, newest) : null;
}

/** Everything the viewer may begin: what ships, then what belongs to their organisations. */
export async function listReachable(viewer: Viewer | null): Promise<ReachableScenario[]> {
  const memberships = membershipsFor(viewer, "take_scenario");
  const [{ scenarios }, published] = await Promise.all([
    loadLibrary(),
    listNewestPublished(memberships.map(({ organisationId }) => organisationId)),
  ]);
  const theirs = memberships.flatMap((membership) =>
    published
      .filter(({ organisationId }) => organisationId === membership.organisationId)
      .map((newest) => ofOrganisation(membership, newest)),
  );
  return [...scenarios.map(shipped), ...theirs];
}

type Begun = { slug: string; scenarioHash: string; organisationId: string | null };

/**
 * The scenario of a session as it is now for whoever is in its organisation, archived or not; for whoever is no longer,
 * as it was when they began. Null for one that ships no more.
 */
export async function findScenarioOf(viewer: Viewer | null, begun: Begun): Promise<ReachableScenario | null> {
  const { slug: address, scenarioHash: hash, organisationId } = begun;
  const { handle, slug } = splitAddress(address);
  if (handle === null) return findScenario(viewer, address);
  if (organisationId === null) return null;
  const membership = findMembership(viewer, organisationId, "take_scenario");
  if (membership) {
    const [newest] = await listNewestPublished([organisationId], { slug, archived: true });
    return newest ? ofOrganisation(membership, newest) : null;
  }
  const version = await db().publishedVersion.findFirst({
    where: { hash, scenario: { organisationId, slug } },
    select: { id: true, number: true, scenario: { select: { organisation: true } } },
  });
  if (!version) return null;
  const { handle: known, name } = version.scenario.organisation;
  return {
    ...(await readPublished(version.id)),
    organisationId,
    owner: { handle: known, name, number: version.number },
  };
}

/** What an answer may have been written for: what ships, and everything of the organisation. */
export async function listSituationsOf(organisationId: string | null): Promise<Scenario[]> {
  const ships = await listSituations();
  if (organisationId === null) return ships;
  const own = await listNewestPublished([organisationId], { archived: true });
  return [...ships, ...own.map(({ entry }) => entry.scenario)];
}
