import { textsToEmbed, type Embedded } from "#app/domain/retrieval/index-material.ts";
import type { Passage } from "#app/domain/retrieval/passage.ts";
import { env } from "#app/env.server.ts";
import { join, resolve } from "node:path";
import type { Embedder } from "./embedder.server.ts";
import { readVectors, vectorKey, writeVectors, type CachedVectors } from "./vector-cache.server.ts";

type Places = {
  /** Where vectors may already be, looked through in order. */
  readFrom: readonly string[];
  /** Where what was missing is kept. */
  writeTo: string;
};

/** What is made with the application, for the material that ships with it. */
export const builtVectorsDir = resolve("build", "vectors");

export function vectorPlaces(): Places {
  const own = join(env().dataDir, "vectors");
  return { readFrom: [builtVectorsDir, own], writeTo: own };
}

/** How many texts a step computes: what was computed is kept even if the next step fails. */
const stepSize = 256;

/**
 * The vectors of all passages: those that are kept, and the others computed and kept. A disk that cannot be written to
 * costs only the time to compute them again.
 */
export async function embedPassages(
  embedder: Embedder,
  passages: readonly Passage[],
  places: Places = vectorPlaces(),
): Promise<Embedded> {
  const keyed = new Map(textsToEmbed(passages).map((text) => [text, vectorKey(embedder, text)]));
  const known: CachedVectors = new Map();
  for (const directory of places.readFrom) {
    for (const [key, vector] of await readVectors(directory, embedder)) known.set(key, vector);
  }
  // Texts of one length at a time: a batch takes as long as its longest.
  const missing = [...keyed].filter(([, key]) => !known.has(key)).toSorted(([a], [b]) => a.length - b.length);
  for (let at = 0; at < missing.length; at += stepSize) {
    const step = missing.slice(at, at + stepSize);
    const vectors = await embedder.embed(
      step.map(([text]) => text),
      "document",
    );
    for (const [nth, [, key]] of step.entries()) {
      const vector = vectors[nth];
      if (vector) known.set(key, vector);
    }
    const needed = [...keyed.values()].flatMap((key): [string, Float32Array][] => {
      const vector = known.get(key);
      return vector ? [[key, vector]] : [];
    });
    await writeVectors(places.writeTo, embedder, new Map(needed)).catch(() => undefined);
  }
  return { model: embedder.id, vectorOf: (text) => known.get(keyed.get(text) ?? "") };
}
