import { factPrompt, factReplySchema, isWorthAsking, readFactReply } from "#app/domain/interview/fact-prompt.ts";
import { findHiddenFacts } from "#app/domain/interview/hidden-facts.ts";
import type { HiddenFact } from "#app/domain/scenarios/schema.ts";
import type { AnthropicAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic } from "#app/services/model/call-anthropic.server.ts";
import { drawNonce } from "#app/services/model/draw-nonce.server.ts";
import { promptVersionOf } from "#app/services/model/prompt-version.server.ts";
import type { Spend } from "#app/services/model/reserve-call.server.ts";

/** Somebody waits for the answer, and without it they are told to assume: no second try. */
const patience = { idleMs: 6_000, deadlineMs: 10_000 };

/**
 * The hidden facts that a question asks for: found by its words, or, where they say nothing and there is an account, by a
 * model, which may only name them. On any fault it is as if there were no model.
 */
export async function findAskedFacts(
  facts: readonly HiddenFact[],
  question: string,
  { account, spend }: { account: AnthropicAccount | null; spend: Spend | null },
): Promise<HiddenFact[]> {
  const found = findHiddenFacts(facts, question);
  if (found.length > 0 || !account?.apiKey || !isWorthAsking(facts, question)) return found;
  const { system, user } = factPrompt(facts, question, drawNonce());
  const format = { type: "json_schema" as const, schema: factReplySchema };
  const request = { max_tokens: 1_000, system, output_config: { effort: "low" as const, format }, user };
  const paid = spend && { ...spend, promptVersion: promptVersionOf("facts", system) };
  const reply = await callAnthropic({ account, spend: paid, request, ...patience });
  return reply.ok ? readFactReply(facts, reply.text) : [];
}
