import { env } from "#app/env.server.ts";
import type { Embedder } from "./embedder.server.ts";
import { createUseLiteEmbedder } from "./use-lite-embedder.server.ts";
import { createVoyageEmbedder } from "./voyage-embedder.server.ts";

let chosen: Embedder | null = null;

/** The embedder this process is set up with, one for all; null where EMBEDDINGS is none. */
export function chooseEmbedder(): Embedder | null {
  const { embeddings } = env();
  if (embeddings.kind === "none") return null;
  chosen ??= embeddings.kind === "voyage" ? createVoyageEmbedder(embeddings) : createUseLiteEmbedder();
  return chosen;
}

/** Ends the worker of a model, if one was started. */
export async function closeEmbedder(): Promise<void> {
  const closing = chosen;
  chosen = null;
  await closing?.close();
}
