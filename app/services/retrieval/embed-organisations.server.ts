import { join } from "node:path";
import { joinVectors, placeVectors, type PassageVectors } from "#app/domain/retrieval/index-material.ts";
import { makePassages, type Passage } from "#app/domain/retrieval/passage.ts";
import { env } from "#app/env.server.ts";
import { forgetOldest } from "#app/services/forget-oldest.server.ts";
import type { OrganisationPages } from "#app/services/organisation-pages/read-published-pages.server.ts";
import { embedPassages } from "./embed-passages.server.ts";
import type { Embedder } from "./embedder.server.ts";

export function passagesOf({ pages }: OrganisationPages): Passage[] {
  return makePassages({ pages, terms: [], contradictions: [] });
}

const mostKept = 32;
const mostPassages = 40_000;
/** By what an organisation has published: several indexes may hold it, and its file is written by one at a time. */
const known = new Map<string, { passages: number; vectors: Promise<PassageVectors> }>();

function vectorsOf(organisation: OrganisationPages, embedder: Embedder): Promise<PassageVectors> {
  const key = `${embedder.id} ${organisation.stamp}`;
  const kept = known.get(key);
  if (kept) return kept.vectors;
  const passages = passagesOf(organisation);
  const vectors = computeVectors(organisation, { passages, embedder });
  known.set(key, { passages: passages.length, vectors });
  vectors.catch(() => known.delete(key));
  forgetOldest(known, { most: mostKept, mostSize: mostPassages, sizeOf: (each) => each.passages });
  return vectors;
}

/** Kept apart from the material's and from every other organisation's. */
async function computeVectors(
  { organisationId }: OrganisationPages,
  { passages, embedder }: { passages: Passage[]; embedder: Embedder },
): Promise<PassageVectors> {
  const directory = join(env().dataDir, "vectors", "organisations", organisationId);
  return placeVectors(passages, await embedPassages(embedder, passages, { readFrom: [directory], writeTo: directory }));
}

/** The vectors of the material, with those of the organisations behind them in their order. */
export async function addVectorsOf(
  organisations: readonly OrganisationPages[],
  { embedder, to }: { embedder: Embedder; to: PassageVectors | null },
): Promise<PassageVectors> {
  let all = to;
  for (const organisation of organisations) {
    const own = await vectorsOf(organisation, embedder);
    all = all === null ? own : joinVectors(all, own);
  }
  if (all === null) throw new Error("There is nothing to join.");
  return all;
}
