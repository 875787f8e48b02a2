import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { moveOf } from "#app/domain/interview/moves.ts";
import { db } from "#app/db/client.server.ts";
import { accountFor } from "#app/services/model/account-for.server.ts";
import { findSession, type FoundSession } from "./find-session.server.ts";
import { wordQuestion } from "./word-question.server.ts";

export type QuestionWords =
  { kind: "text"; text: string } | { kind: "done"; text: string; authored: boolean; fault: string | null };

type Wording = {
  text: string;
  isDone: boolean;
  result: Promise<QuestionWords & { kind: "done" }>;
  changed: Set<() => void>;
};

/** Questions being worded in this process, by turn: several tabs follow one and the same wording. */
const home = globalThis as typeof globalThis & { tradeoffWordings?: Map<string, Wording> };
const wordings = (home.tradeoffWordings ??= new Map());

type PendingTurn = FoundSession["session"]["turns"][number];

/** Keeps the words, unless the candidate has gone on meanwhile and answered the authored ones. */
async function keepWords(turnId: string, text: string, voice: string): Promise<void> {
  await db().turn.updateMany({ where: { id: turnId, pending: true }, data: { text, voice, pending: false } });
}

async function word({ session, scenario }: FoundSession, turn: PendingTurn, wording: Wording) {
  const { id: sessionId, organisationId, userId, candidacyId } = session;
  const worded = await wordQuestion({
    account: await accountFor(session),
    spend: { purpose: "question", organisationId, userId, sessionId, candidacyId },
    scenario,
    transcript: session.turns.filter(({ seq }) => seq < turn.seq),
    plan: { kind: moveOf(turn) ?? (turn.kind === "twist" ? "twist" : "probe"), authored: turn.text },
    onText: (text) => {
      wording.text = text;
      for (const notify of wording.changed) notify();
    },
  });
  await keepWords(turn.id, worded.text, worded.voice);
  // At the budget the authored words are what was meant to be said: nothing went wrong that a candidate should hear of.
  const fault = worded.fault === "budget" ? null : worded.fault;
  return { kind: "done" as const, text: worded.text, authored: worded.voice === "authored", fault };
}

function startWording(found: FoundSession, turn: PendingTurn): Wording {
  const wording: Wording = { text: "", isDone: false, changed: new Set(), result: Promise.resolve() as never };
  wording.result = word(found, turn, wording).finally(() => {
    wording.isDone = true;
    wordings.delete(turn.id);
    for (const notify of wording.changed) notify();
  });
  // Whoever follows sees a failure; without followers it must not end the process.
  wording.result.catch(() => undefined);
  wordings.set(turn.id, wording);
  return wording;
}

async function* follow(wording: Wording, signal: AbortSignal): AsyncGenerator<QuestionWords> {
  let shown = "";
  while (!wording.isDone && !signal.aborted) {
    if (wording.text !== shown) {
      shown = wording.text;
      yield { kind: "text", text: shown };
    }
    await nextChange(wording, signal);
  }
  if (!signal.aborted) yield await wording.result;
}

function nextChange({ changed, result }: Wording, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      changed.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    changed.add(wake);
    signal.addEventListener("abort", wake);
    void result.then(wake, wake);
  });
}

async function* finished(text: string, authored: boolean): AsyncGenerator<QuestionWords> {
  yield { kind: "done", text, authored, fault: null };
}

/**
 * The words of the newest question as they arrive. Leaving does not stop the wording: it is saved for whoever comes back.
 * Null when the session is absent or not the viewer's.
 */
export async function followQuestion(
  viewer: Viewer,
  sessionId: string,
  signal: AbortSignal,
): Promise<AsyncIterable<QuestionWords> | null> {
  const found = await findSession(viewer, sessionId);
  if (!found) return null;
  const { turns } = found.session;
  const pending = turns.find((turn) => turn.pending);
  if (pending) return follow(wordings.get(pending.id) ?? startWording(found, pending), signal);
  const newest = turns.findLast(({ kind }) => kind === "question" || kind === "twist");
  return finished(newest?.text ?? "", newest?.voice === "authored");
}
