import type { Failed } from "./save-progress.ts";

const slowestSaveMs = 15_000;

export function failed<Kind extends string>(trouble: Kind): Failed<Kind> {
  return { type: "failed", trouble, nowMs: Date.now() };
}

type Post<Event> = { address: string; body: string; read: (response: Response) => Promise<Event> };

/** Puts one save to the server; whatever comes of it is an event. `read` says what an answer means. */
export async function postSave<Event>({ address, body, read }: Post<Event>) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(slowestSaveMs),
      body,
    });
    return await read(response);
  } catch {
    return failed(navigator.onLine ? "unreachable" : "offline");
  }
}
