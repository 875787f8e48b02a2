/** What the test server can answer with: whole messages, and every way in which an answer can go wrong on the wire. */
import { setTimeout as wait } from "node:timers/promises";
import type { ServerResponse } from "node:http";
import type { Rubric, Verdict } from "#app/domain/scenarios/schema.ts";

type TextBlock = { type: "text"; text: string; cache_control?: unknown };

/** The parts of a Messages request that the server looks at. */
export type MessagesBody = {
  model: string;
  max_tokens: number;
  system?: string | TextBlock[];
  messages: { role: string; content: string }[];
  output_config?: { effort?: string; format?: { type: string; schema: Record<string, unknown> } };
  [field: string]: unknown;
};

export type WireUsage = {
  input_tokens: number;
  cache_creation_input_tokens: number;
  cache_read_input_tokens: number;
  output_tokens: number;
};

type Exchange = { body: MessagesBody; usage: WireUsage; requestId: string; response: ServerResponse };
export type Reply = (exchange: Exchange) => void | Promise<void>;

type MessageParts = {
  text: string;
  thinking?: string;
  stopReason?: string;
  stopDetails?: { type: "refusal"; category: string | null; explanation: string | null };
  usage?: Partial<WireUsage>;
  /** Pings before the first word, and the pause after each. */
  pings?: { count: number; everyMs: number };
  /** Characters of a piece, and the pause after each. */
  pieceChars?: number;
  paceMs?: number;
  /** Settles when the next piece may go, after so many; pings keep the stream alive meanwhile. */
  mayGoOn?: (sent: number) => Promise<unknown>;
};

function send({ response }: Exchange, event: Record<string, unknown>): void {
  response.write(`event: ${String(event.type)}\ndata: ${JSON.stringify(event)}\n\n`);
}

function openStream({ response, requestId }: Exchange): void {
  response.writeHead(200, { "content-type": "text/event-stream", "request-id": requestId });
  response.flushHeaders();
}

function startMessage(exchange: Exchange, usage: WireUsage): void {
  const { requestId, body } = exchange;
  const message = { id: `msg_${requestId}`, type: "message", role: "assistant", model: body.model, content: [] };
  const open = { stop_reason: null, stop_sequence: null, stop_details: null };
  send(exchange, { type: "message_start", message: { ...message, ...open, usage: { ...usage, output_tokens: 1 } } });
}

function sendThinking(exchange: Exchange, thinking: string): void {
  const block = { type: "thinking", thinking: "", signature: "" };
  send(exchange, { type: "content_block_start", index: 0, content_block: block });
  send(exchange, { type: "content_block_delta", index: 0, delta: { type: "thinking_delta", thinking } });
  send(exchange, { type: "content_block_delta", index: 0, delta: { type: "signature_delta", signature: "c2ln" } });
  send(exchange, { type: "content_block_stop", index: 0 });
}

async function sendText(
  exchange: Exchange,
  index: number,
  { text, pieceChars = 40, paceMs = 0, mayGoOn }: MessageParts,
) {
  send(exchange, { type: "content_block_start", index, content_block: { type: "text", text: "" } });
  for (let from = 0; from < text.length; from += pieceChars) {
    if (mayGoOn) await pingUntil(exchange, mayGoOn(from / pieceChars));
    const piece = text.slice(from, from + pieceChars);
    send(exchange, { type: "content_block_delta", index, delta: { type: "text_delta", text: piece } });
    if (paceMs > 0) await wait(paceMs);
  }
}

async function sendPings(exchange: Exchange, { count, everyMs }: { count: number; everyMs: number }) {
  for (let sent = 0; sent < count; sent += 1) {
    send(exchange, { type: "ping" });
    await wait(everyMs);
  }
}

async function pingUntil(exchange: Exchange, settled: Promise<unknown>): Promise<void> {
  const pinging = setInterval(() => send(exchange, { type: "ping" }), 100);
  await settled.finally(() => clearInterval(pinging));
}

/** A whole streamed message, with a ping early on as the API sends one. */
export function message(parts: MessageParts): Reply {
  return async (exchange) => {
    const usage = { ...exchange.usage, output_tokens: Math.ceil(parts.text.length / 4), ...parts.usage };
    openStream(exchange);
    startMessage(exchange, usage);
    await sendPings(exchange, parts.pings ?? { count: 1, everyMs: 0 });
    const index = parts.thinking === undefined ? 0 : 1;
    if (parts.thinking !== undefined) sendThinking(exchange, parts.thinking);
    await sendText(exchange, index, parts);
    send(exchange, { type: "content_block_stop", index });
    const { stopReason = "end_turn", stopDetails = null } = parts;
    const delta = { stop_reason: stopReason, stop_sequence: null, stop_details: stopDetails };
    send(exchange, { type: "message_delta", delta, usage: { output_tokens: usage.output_tokens } });
    send(exchange, { type: "message_stop" });
    exchange.response.end();
  };
}

/** A streamed message that gets as far as `text`, then goes wrong. */
function begunMessage(text: string, goWrong: (exchange: Exchange) => void): Reply {
  return async (exchange) => {
    openStream(exchange);
    startMessage(exchange, exchange.usage);
    await sendText(exchange, 0, { text });
    goWrong(exchange);
  };
}

type Judged = { verdict: Verdict; quotes?: string[]; confidence?: number };

/** The text of a valid grade: the given verdicts, and `not_met` for the rest of the rubric. */
export function gradeText(rubric: Rubric, judged: Record<string, Judged> = {}): string {
  const ids = rubric.criteria.flatMap(({ checks, redFlags }) => [...checks, ...redFlags].map(({ id }) => id));
  const checks = ids.map((id) => {
    const { verdict, quotes = [], confidence = 0.9 } = judged[id] ?? { verdict: "not_met" };
    return { id, quotes, reason: "Said so.", verdict, confidence };
  });
  return JSON.stringify({ checks });
}

export function apiError(status: number, type: string, text: string, headers: Record<string, string> = {}): Reply {
  return ({ response, requestId }) => {
    response.writeHead(status, { "content-type": "application/json", "request-id": requestId, ...headers });
    response.end(JSON.stringify({ type: "error", error: { type, message: text }, request_id: requestId }));
  };
}

export const wrongKey = apiError(401, "authentication_error", "invalid x-api-key");
export const overloaded = apiError(529, "overloaded_error", "Overloaded");

export function rateLimited(retryAfter: string): Reply {
  return apiError(429, "rate_limit_error", "Number of requests has exceeded your limit", { "retry-after": retryAfter });
}

export function refusal(category: string | null): Reply {
  const stopDetails = { type: "refusal" as const, category, explanation: null };
  return message({ text: "", stopReason: "refusal", stopDetails });
}

export function cutAtMaxTokens(text: string): Reply {
  return message({ text, stopReason: "max_tokens" });
}

export const resetConnection: Reply = ({ response }) => void response.socket?.destroy();
export const stallAfterHeaders: Reply = openStream;

export const stallMidStream = begunMessage('{"checks":[', () => undefined);
export const endEarly = begunMessage('{"checks":[', ({ response }) => void response.end());

/** Lets what was sent arrive first; a reset would throw it away. */
export const cutMidStream = begunMessage('{"checks":[', ({ response }) => {
  setTimeout(() => response.socket?.destroy(), 30);
});

export const garbage = begunMessage('{"checks":[', ({ response }) => {
  response.end("event: content_block_delta\ndata: {this is not JSON\n\n");
});

export function errorEvent(type: string): Reply {
  return begunMessage('{"checks":[', (exchange) => {
    send(exchange, { type: "error", error: { type, message: "Something went wrong" } });
    exchange.response.end();
  });
}
