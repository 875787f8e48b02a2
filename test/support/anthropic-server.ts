/**
 * A small server that speaks Anthropic's Messages API on a real socket. It refuses what the API refuses, remembers what
 * it was sent byte for byte, goes through a script of replies, and after that answers sensibly.
 *
 * On its own: `tsx test/support/anthropic-server.ts`, with PORT (0 for any), ANTHROPIC_SERVER_SCRIPT (names of replies
 * with commas between, see namedReplies) and ANTHROPIC_SERVER_PACE_MS; it prints its address as its first line.
 */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { answerSensibly } from "./anthropic-answers.ts";
import * as replies from "./anthropic-replies.ts";
import type { MessagesBody, Reply, WireUsage } from "./anthropic-replies.ts";

export type Received = { path: string; headers: IncomingHttpHeaders; raw: string; body: MessagesBody };

type AnthropicServer = {
  url: string;
  received: Received[];
  /** Appends to the script. */
  reply: (...next: Reply[]) => void;
  close: () => Promise<void>;
};

/** What the API answers 400 to, on the models of 2026. */
function rejectionOf(body: MessagesBody): string | null {
  for (const field of ["temperature", "top_p", "top_k"]) {
    if (field in body) return `${field}: is not supported by this API version`;
  }
  if ("output_format" in body) return "output_format: use output_config.format";
  if (typeof body.max_tokens !== "number") return "max_tokens: Field required";
  const choice = body.tool_choice as { type?: string } | undefined;
  if (choice?.type === "any" || choice?.type === "tool") return "tool_choice: forced tool use is not supported";
  const thinking = body.thinking as { type?: string } | undefined;
  if (thinking?.type === "enabled" || thinking?.type === "disabled")
    return `thinking.type: ${thinking.type} is not supported`;
  if (body.messages.at(-1)?.role === "assistant") return "messages: prefilling assistant messages is not supported";
  return null;
}

function tokensIn(value: unknown): number {
  return Math.ceil(JSON.stringify(value ?? "").length / 4);
}

/** Counts what a request costs: a system prompt that ends in cache_control is written once and read from then on. */
function createMeter(): (body: MessagesBody) => WireUsage {
  const cached = new Set<string>();
  return ({ system, messages }) => {
    const prefix = JSON.stringify(system ?? "");
    const isMarked = Array.isArray(system) && system.at(-1)?.cache_control !== undefined;
    const isRead = isMarked && cached.has(prefix);
    if (isMarked) cached.add(prefix);
    return {
      input_tokens: tokensIn(messages) + (isMarked ? 0 : tokensIn(system)),
      cache_creation_input_tokens: isMarked && !isRead ? tokensIn(system) : 0,
      cache_read_input_tokens: isRead ? tokensIn(system) : 0,
      output_tokens: 0,
    };
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function hasBearer({ authorization }: IncomingHttpHeaders): boolean {
  return /^Bearer \S+$/.test(authorization ?? "");
}

export async function startAnthropicServer({
  script = [],
  port = 0,
  paceMs = 0,
}: { script?: Reply[]; port?: number; paceMs?: number } = {}): Promise<AnthropicServer> {
  const received: Received[] = [];
  const ahead = [...script];
  const meter = createMeter();
  const fallback = answerSensibly({ paceMs });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const raw = await readBody(request);
    const path = request.url ?? "/";
    if (request.method !== "POST" || path !== "/v1/messages") return void response.writeHead(404).end();
    const body = JSON.parse(raw) as MessagesBody;
    received.push({ path, headers: request.headers, raw, body });
    const requestId = `req_${received.length}`;
    const rejection = rejectionOf(body);
    let reply = ahead.shift() ?? fallback;
    if (rejection) reply = replies.apiError(400, "invalid_request_error", rejection);
    if (!hasBearer(request.headers)) reply = replies.wrongKey;
    await reply({ body, requestId, response, usage: meter(body) });
  }

  const server = createServer((request, response) => void handle(request, response));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    reply: (...next) => void ahead.push(...next),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Replies a script in the environment can ask for. */
const namedReplies: Readonly<Record<string, Reply>> = {
  "wrong-key": replies.wrongKey,
  "rate-limited": replies.rateLimited("1"),
  "rate-limited-for-long": replies.rateLimited("3600"),
  overloaded: replies.overloaded,
  "overloaded-event": replies.errorEvent("overloaded_error"),
  "stall-after-headers": replies.stallAfterHeaders,
  "stall-mid-stream": replies.stallMidStream,
  reset: replies.resetConnection,
  cut: replies.cutMidStream,
  "end-early": replies.endEarly,
  garbage: replies.garbage,
  "malformed-json": replies.message({ text: '{"checks":[{"id":' }),
  "unknown-check": replies.message({
    text: '{"checks":[{"id":"not-in-the-rubric","quotes":[],"reason":"-","verdict":"met","confidence":1}]}',
  }),
  refusal: replies.refusal("cyber"),
  "max-tokens": replies.cutAtMaxTokens('{"checks":['),
  sensible: answerSensibly(),
};

function scriptFrom(names: string): Reply[] {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const reply = namedReplies[name];
      if (reply) return reply;
      throw new Error(`ANTHROPIC_SERVER_SCRIPT names ${name}, but must name: ${Object.keys(namedReplies).join(", ")}`);
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const server = await startAnthropicServer({
    script: scriptFrom(process.env.ANTHROPIC_SERVER_SCRIPT ?? ""),
    port: Number(process.env.PORT ?? 0),
    paceMs: Number(process.env.ANTHROPIC_SERVER_PACE_MS ?? 0),
  });
  process.stdout.write(`${server.url}\n`);
  process.once("SIGTERM", () => void server.close());
}
