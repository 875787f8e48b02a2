import { z } from "zod";
import { EmbeddingFault, type Embedder, type EmbeddingKind } from "./embedder.server.ts";

export type VoyageAccount = { apiKey: string; baseUrl: string; model: string };

const dimensions = 512;
/** Below the most that one request may hold. */
const batchSize = 100;
/** How long one request may take: a visitor waits for a query. */
type PatienceMs = Record<EmbeddingKind, number>;
const patienceMs: PatienceMs = { query: 5_000, document: 60_000 };

const ReplySchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).length(dimensions) })),
});

/** Voyage AI's embeddings, over the network: texts go to the vendor. */
export function createVoyageEmbedder(account: VoyageAccount, patience = patienceMs): Embedder {
  return {
    id: `voyage-${account.model}-${dimensions}`,
    dimensions,
    async embed(texts, kind) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchSize) {
        vectors.push(...(await requestVectors(account, { texts: texts.slice(at, at + batchSize), kind, patience })));
      }
      return vectors;
    },
    close: () => Promise.resolve(),
  };
}

type Asked = { texts: readonly string[]; kind: EmbeddingKind; patience: PatienceMs };

async function requestVectors(account: VoyageAccount, asked: Asked): Promise<Float32Array[]> {
  const { host } = new URL(account.baseUrl);
  const response = await post(account, asked).catch((error: unknown) => {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    throw new EmbeddingFault(
      `The embedding service at ${host} ${isLate ? "did not answer in time" : "could not be reached"}.`,
    );
  });
  if (!response.ok) {
    await response.body?.cancel();
    const why = response.status === 401 ? "; check VOYAGE_API_KEY" : "";
    throw new EmbeddingFault(`The embedding service at ${host} refused the request (${response.status})${why}.`);
  }
  const reply = ReplySchema.safeParse(await response.json().catch(() => null));
  const byIndex = new Map(reply.data?.data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]));
  return asked.texts.map((_, at) => {
    const vector = byIndex.get(at);
    if (!vector) throw new EmbeddingFault(`The reply of the embedding service at ${host} could not be read.`);
    return vector;
  });
}

function post({ apiKey, baseUrl, model }: VoyageAccount, { texts, kind, patience }: Asked): Promise<Response> {
  return fetch(new URL("/v1/embeddings", baseUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ input: texts, model, input_type: kind, output_dimension: dimensions }),
    signal: AbortSignal.timeout(patience[kind]),
  });
}
