import { makePassages } from "#app/domain/retrieval/passage.ts";
import { env } from "#app/env.server.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";
import { chooseEmbedder, closeEmbedder } from "./choose-embedder.server.ts";
import { builtVectorsDir, embedPassages } from "./embed-passages.server.ts";
import { writeLabVectors } from "./lab/write-lab-vectors.server.ts";

// Run by the build: computes the vectors of the material that ships, so that the first visitor does not wait for them.

const embedder = chooseEmbedder();
if (embedder !== null) {
  const passages = makePassages(await readLibrary(env()));
  await embedPassages(embedder, passages, { readFrom: [builtVectorsDir], writeTo: builtVectorsDir });
  await writeLabVectors(embedder, passages);
  await closeEmbedder();
}
