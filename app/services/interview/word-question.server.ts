import type { UngradedReason, Usage } from "#app/domain/grading/grade.ts";
import { costOf } from "#app/domain/grading/model/prices.ts";
import type { Transcript } from "#app/domain/interview/transcript.ts";
import {
  earlyWordingFault,
  rubricRuns,
  wordingFault,
  wordingPrompt,
  type PlannedQuestion,
  type WordingFault,
} from "#app/domain/interview/wording.ts";
import type { Scenario } from "#app/domain/scenarios/schema.ts";
import type { AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic, type ModelRequest } from "#app/services/model/call-anthropic.server.ts";
import { drawNonce } from "#app/services/model/draw-nonce.server.ts";
import { promptVersionOf } from "#app/services/model/prompt-version.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";

/** `voice` is `authored` or the model's name; `fault` says why a model's words were not used, null if none were wanted. */
type WordedQuestion = {
  text: string;
  voice: string;
  fault: WordingFault | UngradedReason | "cancelled" | null;
  usage: Usage | null;
  costUsd: number | null;
};

export type QuestionToWord = {
  /** Null where no model is to be used. */
  account: AnthropicAccount | null;
  spend: Spend | null;
  scenario: Scenario;
  transcript: Transcript;
  plan: PlannedQuestion;
  /** All of the question so far, as it comes in. What is returned counts: it may be other words. */
  onText?: (soFar: string) => void;
  signal?: AbortSignal | undefined;
  idleMs?: number;
  deadlineMs?: number;
  nonce?: () => string;
};

/** A candidate waits for these words, and the authored ones are as good: no second try. */
const patience = { idleMs: 8_000, deadlineMs: 20_000 };

function requestOf({ scenario, transcript, plan, spend, nonce = drawNonce }: QuestionToWord) {
  const { system, user } = wordingPrompt({ scenario, transcript, plan, nonce: nonce() });
  const request: ModelRequest = { max_tokens: 2_000, system, output_config: { effort: "low" }, user };
  return { request, spend: spend && { ...spend, promptVersion: promptVersionOf("wording", system) } };
}

/** What holds a candidate's own words or figures against them is shown once it is known to be right. */
const shownWhole = new Set<PlannedQuestion["kind"]>(["contradiction", "wrong_number"]);

/** Passes words on until they go wrong; a candidate does not see how. */
function passOnWhileSound(runs: ReadonlySet<string>, { plan, onText }: QuestionToWord) {
  let isSound = !shownWhole.has(plan.kind);
  return (_piece: string, soFar: string) => {
    isSound &&= earlyWordingFault(soFar, runs) === null;
    if (isSound) onText?.(soFar);
  };
}

async function askModel(account: AnthropicAccount, question: QuestionToWord) {
  const { signal, idleMs = patience.idleMs, deadlineMs = patience.deadlineMs } = question;
  const runs = rubricRuns(question.scenario.rubric);
  const { request, spend } = requestOf(question);
  const pass = passOnWhileSound(runs, question);
  const reply = await callAnthropic({ account, spend, request, idleMs, deadlineMs, signal, onText: pass });
  const fault = reply.ok ? wordingFault(reply.text, runs, question.plan) : reply.reason;
  return { text: reply.ok ? reply.text.trim() : "", fault, usage: reply.usage };
}

/**
 * Puts a planned question into the interviewer's words. With an account a model words it; without one, on any fault, when
 * the words break the interview's rules or when `signal` aborts, it is put in its authored words. Never rejects for what
 * happens outside.
 */
export async function wordQuestion(question: QuestionToWord): Promise<WordedQuestion> {
  const { account, plan, signal } = question;
  const authored = { text: plan.authored, voice: "authored", usage: null, costUsd: null };
  if (account === null || !account.apiKey) return { ...authored, fault: null };
  try {
    const { text, fault, usage } = await askModel(account, question);
    const spent = { usage, costUsd: usage && costOf(account.model, usage) };
    return fault ? { ...authored, ...spent, fault } : { text, voice: account.model, fault: null, ...spent };
  } catch (error) {
    if (!signal?.aborted) throw error;
    return { ...authored, fault: "cancelled" };
  }
}
