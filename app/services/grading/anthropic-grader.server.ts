import { setTimeout as wait } from "node:timers/promises";
import type { Usage } from "#app/domain/grading/grade.ts";
import type { Grader, GraderInput, GraderOptions, GraderReply, Making } from "#app/domain/grading/grader.ts";
import { estimateCall, gradeOutputTokens } from "#app/domain/grading/model/estimate.ts";
import { costAt, findPrice, totalUsage, type PriceTable } from "#app/domain/grading/model/prices.ts";
import { gradingPrompt, promptVersion, type GradingPrompt } from "#app/domain/grading/model/prompt.ts";
import { permuted } from "#app/domain/grading/model/question-order.ts";
import { questionsOf } from "#app/domain/grading/model/questions.ts";
import { createCheckCounter, parseReply } from "#app/domain/grading/model/reply.ts";
import type { AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic, type ModelReply, type ModelRequest } from "#app/services/model/call-anthropic.server.ts";
import { drawNonce } from "#app/services/model/draw-nonce.server.ts";
import { fault } from "#app/services/model/explain-fault.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";
import { planRetry } from "./plan-retry.server.ts";

export type AnthropicGraderSettings = AnthropicAccount & {
  spend: Spend | null;
  /** How long a whole grade may take, with every retry and wait. */
  deadlineMs: number;
  /** How long a stream may be silent. */
  idleMs: number;
  prices?: PriceTable;
  now?: () => Date;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  nonce?: () => string;
};

/** Room for a thinking model's thoughts and some thirty checks with their quotes. */
const maxReplyTokens = 16_000;

function requestOf({ system, user, schema }: GradingPrompt): ModelRequest {
  const last = system.length - 1;
  return {
    max_tokens: maxReplyTokens,
    system: system.map((block, at) => (at === last ? { ...block, cache_control: { type: "ephemeral" } } : block)),
    output_config: { effort: "medium", format: { type: "json_schema", schema } },
    user,
  };
}

function makingOf({ model, prices }: AnthropicGraderSettings, usages: readonly Usage[]): Making {
  const price = findPrice(model, prices);
  const isPriced = price !== null && usages.length > 0;
  const costUsd = isPriced ? usages.reduce((sum, usage) => sum + costAt(price, usage), 0) : null;
  return { model, promptVersion, usage: totalUsage(usages), costUsd };
}

function spendOf({ spend, model, prices }: AnthropicGraderSettings, { scenario }: GraderInput, prompt: GradingPrompt) {
  if (spend === null) return null;
  const system = prompt.system.map(({ text }) => text).join("\n");
  const outputTokens = gradeOutputTokens(scenario);
  const { usd } = estimateCall({ model, system, user: prompt.user, outputTokens, prices });
  return { ...spend, promptVersion, estimatedUsd: usd };
}

/** Reports how many checks are complete while their JSON is still coming in. */
function reportProgress(total: number, onProgress: GraderOptions["onProgress"]): (piece: string) => void {
  const count = createCheckCounter();
  let done = 0;
  onProgress?.({ step: "verdicts", done, total });
  return (piece) => {
    const complete = Math.min(count(piece), total);
    if (complete === done) return;
    done = complete;
    onProgress?.({ step: "verdicts", done, total });
  };
}

function claimsOf(reply: ModelReply, { scenario }: GraderInput) {
  if (!reply.ok) return reply;
  const parsed = parseReply(reply.text, scenario.rubric);
  return parsed.ok ? parsed : fault(parsed.reason, parsed.message);
}

type Attempt = { spentMs: number; repair?: string | undefined; order?: readonly string[] };

async function attemptGrade(
  settings: AnthropicGraderSettings,
  input: GraderInput,
  { spentMs, repair, order, onProgress, signal }: Attempt & GraderOptions,
): Promise<{ outcome: ReturnType<typeof claimsOf>; usage: Usage | null; nonce: string }> {
  const nonce = (settings.nonce ?? drawNonce)();
  const prompt = gradingPrompt({ ...input, nonce, repair, order });
  const reply = await callAnthropic({
    account: settings,
    spend: spendOf(settings, input, prompt),
    request: requestOf(prompt),
    idleMs: settings.idleMs,
    deadlineMs: settings.deadlineMs,
    spentMs,
    now: settings.now,
    signal,
    onText: reportProgress(questionsOf(input.scenario.rubric).length, onProgress),
  });
  return { outcome: claimsOf(reply, input), usage: reply.usage, nonce };
}

/** One more call, without retries: a second look that fails leaves the first grade as it is. */
async function lookAgain(
  settings: AnthropicGraderSettings,
  input: GraderInput,
  { spentMs, seed, ...options }: { spentMs: number; seed: string } & GraderOptions,
): Promise<GraderReply> {
  const ids = questionsOf(input.scenario.rubric).map(({ id }) => id);
  const { outcome, usage } = await attemptGrade(settings, input, { spentMs, order: permuted(ids, seed), ...options });
  const making = makingOf(settings, usage ? [usage] : []);
  if (outcome.ok) return { ok: true, claims: outcome.claims, making };
  return { ok: false, reason: outcome.reason, message: outcome.message, making };
}

async function gradeSession(
  settings: AnthropicGraderSettings,
  input: GraderInput,
  options: GraderOptions,
): Promise<GraderReply> {
  const { now = () => new Date(), sleep = (ms, signal) => wait(ms, undefined, { signal }) } = settings;
  const startedAt = now().getTime();
  const usages: Usage[] = [];
  let repair: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const spentMs = now().getTime() - startedAt;
    const { outcome, usage, nonce } = await attemptGrade(settings, input, { spentMs, repair, ...options });
    if (usage) usages.push(usage);
    if (outcome.ok) {
      const spentSoFar = () => now().getTime() - startedAt;
      const again = (more: GraderOptions = {}) =>
        lookAgain(settings, input, { ...more, spentMs: spentSoFar(), seed: nonce });
      return { ok: true, claims: outcome.claims, making: makingOf(settings, usages), lookAgain: again };
    }
    const leftMs = settings.deadlineMs - (now().getTime() - startedAt);
    const plan = planRetry({ fault: outcome, attempt, repair, leftMs, now: now() });
    if (!plan.again) {
      return { ok: false, reason: plan.reason, message: plan.message, making: makingOf(settings, usages) };
    }
    repair = plan.repair;
    await sleep(plan.waitMs, options.signal);
  }
}

/**
 * The grader that asks a model of Anthropic: one structured call for the whole session, repeated where that can help.
 * Every fault outside is an ungraded reason; `grade` rejects only when its signal aborts.
 */
export function createAnthropicGrader(settings: AnthropicGraderSettings): Grader {
  return { name: "anthropic", grade: (input, options = {}) => gradeSession(settings, input, options) };
}
