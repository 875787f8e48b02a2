/** Vectors of different models have nothing in common: `id` names the model and its settings. */
export type Embedder = {
  id: string;
  dimensions: number;
  /** One vector a text, in order. Rejects with an EmbeddingFault for whatever goes wrong outside. */
  embed: (texts: readonly string[], kind: EmbeddingKind) => Promise<Float32Array[]>;
  close: () => Promise<void>;
};

/** Some models read what is looked for differently from where it is looked for. */
export type EmbeddingKind = "query" | "document";

/** Its message is for people and holds neither a key nor what was to be embedded. */
export class EmbeddingFault extends Error {}
