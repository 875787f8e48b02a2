import type { Viewer } from "#app/domain/accounts/viewer.ts";
import {
  askingPrompt,
  completeLines,
  mostGiven,
  readAnswerLine,
  type AnswerLine,
  type GivenPassage,
} from "#app/domain/retrieval/asking.ts";
import { addressOf } from "#app/domain/retrieval/passage.ts";
import type { EmptyQuery } from "#app/domain/retrieval/query.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { serverAccount } from "#app/services/model/account-for.server.ts";
import { callAnthropic, type ModelReply } from "#app/services/model/call-anthropic.server.ts";
import { promptVersionOf } from "#app/services/model/prompt-version.server.ts";
import { drawNonce } from "#app/services/model/draw-nonce.server.ts";
import { countAsk } from "./limit-asks.server.ts";
import { findPassages, type FoundPassages } from "./search-material.server.ts";

export type CitedSentence = {
  text: string;
  /** Where its passage is read. */
  address: string;
  place: string;
  quote: string;
};

/** `left` counts the sentences whose citation did not hold. */
export type AskEvent =
  | { kind: "sentence"; sentence: CitedSentence }
  | { kind: "done"; outcome: "answered" | "not-in-material" | "nothing-held"; left: number }
  | { kind: "fault"; message: string };

export type AskRefusal = { reason: "no-key" } | { reason: EmptyQuery } | { reason: "too-many"; waitMs: number };

type AskOptions = { signal?: AbortSignal; now?: () => number; nonce?: () => string };

const patience = { idleMs: 15_000, deadlineMs: 45_000 };

/** Whether this installation can ask a model at all. */
export function canAsk(): boolean {
  return env().anthropic.apiKey !== null;
}

/**
 * Asks the model, which sees the passages that search found and nothing else. Sentences come as they are complete and
 * only if their citation holds. Who may ask has an account or a guest's; each has so many questions in ten minutes.
 */
export async function askMaterial(
  viewer: Viewer,
  question: string,
  { signal, now = Date.now, nonce = drawNonce }: AskOptions = {},
): Promise<{ ok: true; events: AsyncIterable<AskEvent> } | ({ ok: false } & AskRefusal)> {
  if (!canAsk()) return { ok: false, reason: "no-key" };
  const outcome = await findPassages(viewer, question);
  if (!outcome.ok) return outcome;
  const { searched } = outcome.found;
  if (!searched.isMatch) return { ok: true, events: notInMaterial() };
  const counted = countAsk(viewer, now());
  if (!counted.ok) return { ok: false, reason: "too-many", waitMs: counted.waitMs };
  return { ok: true, events: answer(question, { given: givenOf(outcome.found), viewer, nonce: nonce(), signal }) };
}

function givenOf({ index, searched }: FoundPassages): GivenPassage[] {
  return searched.stages.ranked.slice(0, mostGiven).flatMap(({ at }, nth) => {
    const passage = index.passages[at];
    return passage ? [{ name: `p${nth + 1}`, passage }] : [];
  });
}

async function* notInMaterial(): AsyncGenerator<AskEvent> {
  yield { kind: "done", outcome: "not-in-material", left: 0 };
}

type Asked = { viewer: Viewer; given: GivenPassage[]; nonce: string; signal?: AbortSignal | undefined };

async function* answer(question: string, { viewer, given, nonce, signal }: Asked): AsyncGenerator<AskEvent> {
  const queue: AnswerLine[] = [];
  let read = 0;
  let wake = () => {};
  const take = (lines: readonly string[]) => {
    for (const line of lines.slice(read)) queue.push(...[readAnswerLine(line, given)].filter((each) => each !== null));
    read = lines.length;
    wake();
  };
  const { reply, isOver } = callModel(question, {
    viewer,
    given,
    nonce,
    signal,
    onText: (soFar) => take(completeLines(soFar).lines),
  });
  let [shown, left, saysNone] = [0, 0, false];
  for (;;) {
    const ended = isOver();
    if (ended) {
      const result = await reply;
      if (result.ok) take(result.text.split("\n"));
    }
    for (const line of queue.splice(0)) {
      if (line.kind === "dropped") left += 1;
      if (line.kind === "none") saysNone = true;
      if (line.kind !== "sentence") continue;
      shown += 1;
      yield { kind: "sentence", sentence: citedSentence(line) };
    }
    if (ended) break;
    // More may have come while a sentence was being sent.
    if (queue.length > 0) continue;
    await Promise.race([reply, new Promise<void>((resolve) => (wake = resolve))]);
  }
  const result = await reply;
  if (!result.ok) yield { kind: "fault", message: result.message };
  else yield { kind: "done", outcome: shown > 0 ? "answered" : saysNone ? "not-in-material" : "nothing-held", left };
}

function citedSentence({ text, given: { passage }, quote }: AnswerLine & { kind: "sentence" }): CitedSentence {
  return { text, quote, address: addressOf(passage), place: `${passage.title}, ${passage.heading}` };
}

type ModelCall = Asked & { onText: (soFar: string) => void };

/** A visitor who leaves ends the call; that is no fault of anybody's. */
function callModel(question: string, { viewer, given, nonce, signal, onText }: ModelCall) {
  let over = false;
  const { system, user } = askingPrompt(question, { given, nonce });
  const reply = callAnthropic({
    account: serverAccount(),
    spend: {
      purpose: "ask_material",
      organisationId: null,
      userId: viewer.id,
      promptVersion: promptVersionOf("asking", system),
    },
    request: { max_tokens: 2_000, system, output_config: { effort: "low" }, user },
    ...patience,
    signal,
    onText: (_piece, soFar) => onText(soFar),
  })
    .catch((error: unknown): ModelReply => {
      if (!signal?.aborted) throw error;
      return {
        ok: false,
        reason: "timeout",
        message: "Nobody was waiting any more.",
        retriable: true,
        retryAfterMs: null,
        usage: null,
      };
    })
    .finally(() => (over = true));
  void reply.then(
    ({ usage }) => log().info({ usage }, "the material was asked"),
    () => undefined,
  );
  return { reply, isOver: () => over };
}
