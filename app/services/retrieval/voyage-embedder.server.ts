import { z } from "zod";
import { reserveCall, type Spend } from "#app/services/model/reserve-call.server.ts";
import { settleCall } from "#app/services/model/settle-call.server.ts";
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
  usage: z
    .object({ total_tokens: z.int().min(0) })
    .optional()
    .catch(undefined),
});

export type VoyageSettings = {
  /** Every request is written down as this; null where there is no database. */
  spend: Spend | null;
  patience?: PatienceMs | undefined;
};

/** Voyage AI's embeddings, over the network: texts go to the vendor. */
export function createVoyageEmbedder(
  account: VoyageAccount,
  { spend, patience = patienceMs }: VoyageSettings,
): Embedder {
  const request = spend === null ? requestVectors : writingDown(spend);
  return {
    id: `voyage-${account.model}-${dimensions}`,
    dimensions,
    async embed(texts, kind) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchSize) {
        const reply = await request(account, { texts: texts.slice(at, at + batchSize), kind, patience });
        vectors.push(...reply.vectors);
      }
      return vectors;
    },
    close: () => Promise.resolve(),
  };
}

/** The same with a record of each request, as of every call of a model; over the server's budget none is made. */
function writingDown(spend: Spend): typeof requestVectors {
  return async (account, asked) => {
    const { model } = account;
    const reserved = await reserveCall({ spend, model, onServerKey: true, estimatedUsd: null, now: new Date() });
    if (!reserved.ok) throw new EmbeddingFault(reserved.message);
    const startedAt = performance.now();
    const settle = (outcome: string, tokens: number | null) =>
      settleCall(reserved.callId, {
        model,
        outcome,
        usage: tokens === null ? null : { input: tokens, cacheWrite: 0, cacheRead: 0, output: 0 },
        isAccounted: tokens !== null,
        latencyMs: Math.round(performance.now() - startedAt),
        requestId: null,
      });
    try {
      const reply = await requestVectors(account, asked);
      await settle("ok", reply.tokens);
      return reply;
    } catch (error) {
      await settle(error instanceof EmbeddingFault ? "failed" : "internal", null);
      throw error;
    }
  };
}

type Asked = { texts: readonly string[]; kind: EmbeddingKind; patience: PatienceMs };
/** `tokens` are null where the service does not tell them. */
type Vectors = { vectors: Float32Array[]; tokens: number | null };

async function requestVectors(account: VoyageAccount, asked: Asked): Promise<Vectors> {
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
  const vectors = asked.texts.map((_, at) => {
    const vector = byIndex.get(at);
    if (!vector) throw new EmbeddingFault(`The reply of the embedding service at ${host} could not be read.`);
    return vector;
  });
  return { vectors, tokens: reply.data?.usage?.total_tokens ?? null };
}

function post({ apiKey, baseUrl, model }: VoyageAccount, { texts, kind, patience }: Asked): Promise<Response> {
  return fetch(new URL("/v1/embeddings", baseUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ input: texts, model, input_type: kind, output_dimension: dimensions }),
    signal: AbortSignal.timeout(patience[kind]),
  });
}
