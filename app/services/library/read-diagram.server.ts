import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { maxEdges } from "#app/domain/diagrams/graph.ts";
import {
  explainRefusal,
  findFault,
  type DiagramFault,
  type MermaidRefusal,
} from "#app/domain/diagrams/mermaid-fault.ts";
import { plainSource } from "#app/domain/diagrams/mermaid-source.ts";

/** `isEndless`: the parser did not come to an end in its time. */
export type DiagramCheck = { ok: true } | ({ ok: false; isEndless?: true } & DiagramFault);

type Reply = { ok: true } | ({ ok: false } & MermaidRefusal);

/** How long the worker waits for another diagram before it ends; a new one takes about a second to load Mermaid. */
const idleMs = 5_000;

/**
 * Whether Mermaid can read a source, by its own parser, and if not, where and why. The parser runs in a worker, so
 * that a source made to hang it costs its time limit and nothing else.
 */
export async function checkDiagram(source: string, { timeLimitMs = 2_000 } = {}): Promise<DiagramCheck> {
  const fault = findFault(source);
  if (fault) return { ok: false, ...fault };
  const reply = await inTurn(() => parseInWorker(plainSource(source), timeLimitMs));
  if (reply === null) {
    return {
      ok: false,
      isEndless: true,
      line: 1,
      message: `Reading it took longer than ${timeLimitMs / 1_000} s: draw less.`,
    };
  }
  return reply.ok ? { ok: true } : { ok: false, ...explainRefusal(source, reply) };
}

let last: Promise<unknown> = Promise.resolve();

/** The worker reads one diagram at a time: a time limit counts only its own diagram. */
function inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
  const turn = last.then(run);
  last = turn.catch(() => undefined);
  return turn;
}

let running: Promise<Worker> | null = null;
let idle: NodeJS.Timeout | undefined;

/** What the parser says, or null if it said nothing in time. */
async function parseInWorker(source: string, timeLimitMs: number): Promise<Reply | null> {
  clearTimeout(idle);
  running ??= startWorker();
  try {
    const worker = await running;
    worker.ref();
    const reply = await answerOf(worker, { source, timeLimitMs });
    worker.unref();
    if (reply === null) await stopWorker();
    else idle = setTimeout(() => void stopWorker(), idleMs).unref();
    return reply;
  } catch (error) {
    running = null;
    throw error;
  }
}

function answerOf(worker: Worker, { source, timeLimitMs }: { source: string | null; timeLimitMs: number }) {
  return new Promise<Reply | null>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(null)), timeLimitMs);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError);
      how();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: Error) => settle(() => reject(error));
    worker.once("message", onMessage).once("error", onError);
    if (source !== null) worker.postMessage(source, []);
  });
}

async function stopWorker(): Promise<void> {
  const stopping = running;
  running = null;
  await (await stopping)?.terminate();
}

/** Loading has its own, longer limit: it depends on the disk and not on the diagram. */
const loadLimitMs = 30_000;

async function startWorker(): Promise<Worker> {
  // The worker's code is text, and its imports are absolute, so that it is found from a bundle as from the source.
  const fromHere = createRequire(import.meta.url);
  const mermaid = fromHere.resolve("mermaid");
  const domPurify = createRequire(mermaid)
    .resolve("dompurify")
    .replace(/purify\.cjs\.js$/, "purify.es.mjs");
  const worker = new Worker(workerCode, {
    eval: true,
    execArgv: [],
    workerData: { mermaid: pathToFileURL(mermaid).href, domPurify: pathToFileURL(domPurify).href, maxEdges },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  // An error while nobody asks would otherwise end the process.
  worker.on("error", () => (running = null));
  const ready = await answerOf(worker, { source: null, timeLimitMs: loadLimitMs });
  if (ready) return worker;
  await worker.terminate();
  throw new Error(`Mermaid did not load within ${loadLimitMs / 1_000} seconds.`);
}

const workerCode = `
const { parentPort, workerData } = require("node:worker_threads");

async function load() {
  const { default: DOMPurify } = await import(workerData.domPurify);
  // Without a document DOMPurify has no methods, and Mermaid calls two while it parses. Nothing parsed here is shown.
  DOMPurify.addHook ??= () => {};
  DOMPurify.sanitize ??= String;
  const { default: mermaid } = await import(workerData.mermaid);
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxEdges: workerData.maxEdges });
  await mermaid.parse("flowchart LR");
  return mermaid;
}

load().then((mermaid) => {
  parentPort.on("message", async (source) => {
    try {
      await mermaid.parse(source);
      parentPort.postMessage({ ok: true });
    } catch (error) {
      const token = typeof error?.hash?.text === "string" ? error.hash.text : null;
      parentPort.postMessage({ ok: false, message: String(error?.message ?? error), token });
    }
  });
  parentPort.postMessage({ ok: true });
});
`;
