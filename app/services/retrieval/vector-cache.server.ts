import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "./embedder.server.ts";

// A file of one model's vectors: records of the 32 bytes of a hash and the numbers of the vector. What is cut off at the
// end is left out, and what is missing is computed again.

type Model = Pick<Embedder, "id" | "dimensions">;

/** By the hash of the text and the model it was made by. */
export type CachedVectors = Map<string, Float32Array>;

const hashBytes = 32;
const numberBytes = 4;

/** Names a text's vector. The model is part of it: the same text has another vector in another model. */
export function vectorKey({ id }: Model, text: string): string {
  return createHash("sha256").update(`${id}\0${text}`).digest("hex");
}

function fileOf(directory: string, { id }: Model): string {
  return join(directory, `${id.replace(/[^a-z0-9.-]/gi, "_")}.vectors`);
}

/** Everything a directory keeps of a model; nothing where it keeps nothing. */
export async function readVectors(directory: string, model: Model): Promise<CachedVectors> {
  const bytes = await readFile(fileOf(directory, model)).catch(() => Buffer.alloc(0));
  const record = hashBytes + model.dimensions * numberBytes;
  const vectors: CachedVectors = new Map();
  for (let from = 0; from + record <= bytes.length; from += record) {
    const vector = new Float32Array(model.dimensions);
    for (let place = 0; place < model.dimensions; place += 1) {
      vector[place] = bytes.readFloatLE(from + hashBytes + place * numberBytes);
    }
    if (vector.every(Number.isFinite)) vectors.set(bytes.toString("hex", from, from + hashBytes), vector);
  }
  return vectors;
}

/** Replaces what a directory keeps of a model, in one step: a reader sees the old file or the new one. */
export async function writeVectors(directory: string, model: Model, vectors: CachedVectors): Promise<void> {
  const record = hashBytes + model.dimensions * numberBytes;
  const bytes = Buffer.alloc(record * vectors.size);
  let from = 0;
  for (const [key, vector] of vectors) {
    bytes.write(key, from, "hex");
    for (const [place, value] of vector.entries()) bytes.writeFloatLE(value, from + hashBytes + place * numberBytes);
    from += record;
  }
  await mkdir(directory, { recursive: true });
  const file = fileOf(directory, model);
  const written = `${file}.${process.pid}.tmp`;
  await writeFile(written, bytes);
  await rename(written, file);
}
