import Anthropic from "@anthropic-ai/sdk";
import type { Usage } from "#app/domain/grading/grade.ts";
import { estimateCall } from "#app/domain/grading/model/estimate.ts";
import { sharesRun, wordRuns } from "#app/domain/text/word-runs.ts";
import type { AnthropicAccount } from "./account-for.server.ts";
import { explainFault, fault, type Fault } from "./explain-fault.server.ts";
import { reserveCall, type Spend } from "./reserve-call.server.ts";
import { settleCall, type EndedCall } from "./settle-call.server.ts";
import { startWatchdog, type CutShort } from "./start-watchdog.server.ts";

export type ModelRequest = Pick<Anthropic.MessageCreateParamsStreaming, "max_tokens" | "system" | "output_config"> & {
  user: string;
};

export type ModelReply = ({ ok: true; text: string } | Fault) & { usage: Usage | null };

type ModelCall = {
  account: AnthropicAccount;
  /** What it is for and who pays: written down with what it cost. Null on the command line, which has no database. */
  spend: Spend | null;
  request: ModelRequest;
  /** How long nothing at all may come. */
  idleMs: number;
  /** How long the whole may take, and how much of that earlier calls have spent. */
  deadlineMs: number;
  spentMs?: number;
  now?: () => Date;
  signal?: AbortSignal | undefined;
  /** Called with each piece of text and all text so far. */
  onText?: (piece: string, soFar: string) => void;
};

const publicApi = "https://api.anthropic.com";

/** Tells `onBytes` of everything that comes in. The SDK keeps pings to itself, and they are a sign of life. */
function withPulse(response: Response, onBytes: () => void): Response {
  onBytes();
  if (response.body === null) return response;
  const pulse = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      onBytes();
      controller.enqueue(bytes);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(pulse), { status, statusText, headers });
}

type Listeners = { onResponse: (response: Response) => void; onBytes: () => void };

function createClient({ apiKey, baseURL }: AnthropicAccount, { onResponse, onBytes }: Listeners): Anthropic {
  return new Anthropic({
    apiKey,
    baseURL: baseURL ?? publicApi,
    // The SDK retries only what fails before the first byte, without regard for a deadline: the caller retries instead.
    maxRetries: 0,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      onResponse(response);
      return withPulse(response, onBytes);
    },
    // Request bodies are candidates' answers and a broken event repeats them: the SDK is to write nothing, whatever
    // ANTHROPIC_LOG says.
    logLevel: "off",
  });
}

function usageOf(message: Anthropic.Message | null): Usage | null {
  if (message === null) return null;
  const { input_tokens, cache_creation_input_tokens, cache_read_input_tokens, output_tokens } = message.usage;
  return {
    input: input_tokens,
    cacheWrite: cache_creation_input_tokens ?? 0,
    cacheRead: cache_read_input_tokens ?? 0,
    output: output_tokens,
  };
}

/** What a complete message says. Its first block may hold thinking, so text is found by its type. */
function readMessage(message: Anthropic.Message): { ok: true; text: string } | Fault {
  switch (message.stop_reason) {
    case "refusal": {
      const category = message.stop_details?.category;
      return fault("refusal", `The model declined to answer${category ? ` (category: ${category})` : ""}.`);
    }
    case "max_tokens":
      return fault("truncated_reply", "The model's reply was cut off at its largest allowed length.");
    case "model_context_window_exceeded":
      return fault("request_rejected", "The interview is longer than this model can read.");
    case "tool_use":
    case "pause_turn":
      return fault("malformed_reply", "The model stopped to wait for something it was not offered.");
    default:
      return { ok: true, text: message.content.map((block) => (block.type === "text" ? block.text : "")).join("") };
  }
}

function inSeconds(ms: number): string {
  return ms === 1000 ? "1 second" : `${ms / 1000} seconds`;
}

function explainCut(cut: Exclude<CutShort, "cancelled">, { idleMs, deadlineMs }: ModelCall): Fault {
  if (cut === "deadline") return fault("timeout", `The model did not answer within ${inSeconds(deadlineMs)}.`);
  return fault("timeout", `The model sent nothing for ${inSeconds(idleMs)}.`, { retriable: true });
}

/** Adds the API's own words to a message, unless they repeat the key or what was sent. */
function withApiMessage(message: string, apiMessage: string | null, { account, request }: ModelCall): string {
  if (apiMessage === null || apiMessage.trim() === "") return message;
  if (account.apiKey && apiMessage.includes(account.apiKey)) return message;
  if (sharesRun(apiMessage, wordRuns([request.user]))) return message;
  return `${message} It says: ${apiMessage.slice(0, 300).replace(/[.\s]*$/, ".")}`;
}

function keyNameOf({ keyName = "ANTHROPIC_API_KEY" }: AnthropicAccount): string {
  return keyName;
}

function explainError(error: unknown, call: ModelCall): Fault {
  const host = new URL(call.account.baseURL ?? publicApi).host;
  const { apiMessage, ...explained } = explainFault(error, {
    host,
    keyName: keyNameOf(call.account),
    now: call.now?.() ?? new Date(),
  });
  return { ...explained, message: withApiMessage(explained.message, apiMessage, call) };
}

function findKeyFault(account: AnthropicAccount): Fault | null {
  const { apiKey, noKeyBecause } = account;
  if (apiKey === null || apiKey === "")
    return fault("no_key", noKeyBecause ?? "There is no key for the model's API: set ANTHROPIC_API_KEY.");
  if (/^[\x21-\x7e]+$/.test(apiKey)) return null;
  return fault("wrong_key", `The key for the model's API holds characters no key has; check ${keyNameOf(account)}.`);
}

/** What is known of a call while it runs, however it ends. */
type Heard = { response: Response | null; message: Anthropic.Message | null };

type Watchdog = ReturnType<typeof startWatchdog>;

async function readStream(call: ModelCall, watchdog: Watchdog, heard: Heard): Promise<Anthropic.Message> {
  const { account, onText } = call;
  const { user, ...rest } = call.request;
  const onResponse = (response: Response) => void (heard.response = response);
  const stream = createClient(account, { onResponse, onBytes: watchdog.beat }).messages.stream(
    { ...rest, model: account.model, messages: [{ role: "user", content: user }] },
    { signal: watchdog.signal },
  );
  stream.on("streamEvent", (_event, soFar) => (heard.message = soFar));
  let text = "";
  for await (const event of stream) {
    if (event.type !== "content_block_delta" || event.delta.type !== "text_delta") continue;
    text += event.delta.text;
    onText?.(event.delta.text, text);
  }
  return stream.finalMessage();
}

/** What came of a call, and what is written down of it besides. */
type Ended = { reply: ModelReply; isAccounted: boolean; requestId: string | null };

async function streamReply(call: ModelCall): Promise<Ended> {
  const heard: Heard = { response: null, message: null };
  const ended = (reply: ModelReply, isAccounted: boolean) => ({
    reply,
    isAccounted,
    requestId: heard.response?.headers.get("request-id") ?? null,
  });
  const deadlineMs = call.deadlineMs - (call.spentMs ?? 0);
  const watchdog = startWatchdog({ idleMs: call.idleMs, deadlineMs, cancel: call.signal });
  try {
    const message = await readStream(call, watchdog, heard);
    return ended({ ...readMessage(message), usage: usageOf(message) }, true);
  } catch (error) {
    const cut = watchdog.cutShort();
    if (cut === "cancelled") throw call.signal?.reason;
    const explained = cut ? explainCut(cut, call) : explainError(error, call);
    return ended({ ...explained, usage: usageOf(heard.message) }, heard.response?.ok === false);
  } finally {
    watchdog.stop();
  }
}

/** Where the caller knows no better, a reply is taken to be short: questions and facts are. */
const usualOutputTokens = 600;

function estimateOf({ account, spend, request }: ModelCall): number | null {
  if (spend?.estimatedUsd !== undefined) return spend.estimatedUsd;
  const { system = "", user, max_tokens } = request;
  const systemText = typeof system === "string" ? system : system.map(({ text }) => text).join("\n");
  const outputTokens = Math.min(max_tokens, usualOutputTokens);
  return estimateCall({ model: account.model, system: systemText, user, outputTokens }).usd;
}

async function callAndWriteDown(call: ModelCall, spend: Spend): Promise<ModelReply> {
  const { model, organisationId } = call.account;
  const now = call.now?.() ?? new Date();
  const onServerKey = organisationId === undefined;
  const reserved = await reserveCall({ spend, model, onServerKey, estimatedUsd: estimateOf(call), now });
  if (!reserved.ok) return { ...reserved, usage: null };
  const startedAt = performance.now();
  const settle = (ended: Omit<EndedCall, "model" | "latencyMs">) =>
    settleCall(reserved.callId, { ...ended, model, latencyMs: Math.round(performance.now() - startedAt) });
  try {
    const { reply, ...rest } = await streamReply(call);
    await settle({ ...rest, outcome: reply.ok ? "ok" : reply.reason, usage: reply.usage });
    return reply;
  } catch (error) {
    const outcome = call.signal?.aborted ? "cancelled" : "internal";
    await settle({ outcome, usage: null, isAccounted: false, requestId: null });
    throw error;
  }
}

/**
 * One streamed call of a model, without retries, written down with what it cost unless `spend` is null. What goes wrong
 * outside comes back as a fault whose message is for people and holds neither the key nor anything a candidate wrote;
 * tokens are reported for faults as well, as far as the API told them. Over the budget no call is made: that is a fault
 * too. It rejects only with the reason of `signal`, or with what `onText` throws.
 */
export async function callAnthropic(call: ModelCall): Promise<ModelReply> {
  const keyFault = findKeyFault(call.account);
  if (keyFault) return { ...keyFault, usage: null };
  if (call.spend === null) return (await streamReply(call)).reply;
  return callAndWriteDown(call, call.spend);
}
