import { isDatabaseOpen } from "#app/db/client.server.ts";
import { env } from "#app/env.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import type { Embedder } from "./embedder.server.ts";
import { createUseLiteEmbedder } from "./use-lite-embedder.server.ts";
import { createVoyageEmbedder } from "./voyage-embedder.server.ts";

let chosen: Embedder | null = null;

/** One index serves many, so its vectors are nobody's expense in particular. */
const spend: Spend = { purpose: "embedding", organisationId: null, userId: null };

/** The embedder this process is set up with, one for all; null where EMBEDDINGS is none. */
export function chooseEmbedder(): Embedder | null {
  const { embeddings } = env();
  if (embeddings.kind === "none") return null;
  if (chosen !== null) return chosen;
  if (embeddings.kind !== "voyage") return (chosen = createUseLiteEmbedder());
  // The build and the command line have no database to write anything down in.
  chosen = createVoyageEmbedder(embeddings, { spend: isDatabaseOpen() ? spend : null });
  return chosen;
}

/** Ends the worker of a model, if one was started. */
export async function closeEmbedder(): Promise<void> {
  const closing = chosen;
  chosen = null;
  await closing?.close();
}
