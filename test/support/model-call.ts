import { onTestFinished } from "vitest";
import type { UngradedReason } from "#app/domain/grading/grade.ts";
import { db } from "#app/db/client.server.ts";
import type { AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic, type ModelReply } from "#app/services/model/call-anthropic.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import type { Reply } from "#test/support/anthropic-replies.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";

// Calls of a model over a real socket, as the services make them.

export const apiKey = "sk-ant-api03-a-key-that-opens-nothing-at-all";
export const priced = "claude-sonnet-5-5";

type Calling = {
  spend: Spend | null;
  keyOf?: string;
  model?: string;
  now?: () => Date;
  signal?: AbortSignal;
  idleMs?: number;
};

export async function startModel(...script: Reply[]) {
  const server = await startAnthropicServer({ script });
  onTestFinished(() => server.close());
  const call = ({ spend, keyOf, model = priced, now, signal, idleMs = 20_000 }: Calling): Promise<ModelReply> => {
    const account: AnthropicAccount = { apiKey, baseURL: server.url, model, organisationId: keyOf };
    const request = { max_tokens: 500, system: "Answer.", user: "What would you do?" };
    return callAnthropic({ account, spend, request, idleMs, deadlineMs: 30_000, signal, ...(now && { now }) });
  };
  return { server, call };
}

export function reasonOf(reply: ModelReply): UngradedReason | "ok" {
  return reply.ok ? "ok" : reply.reason;
}

export function storedCalls() {
  return db().modelCall.findMany({ orderBy: { createdAt: "asc" } });
}
