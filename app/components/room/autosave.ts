/**
 * What is typed in the room and how far it is kept, as a pure state machine. The server has one draft with a revision;
 * a save names the revision it started from, so an older tab is refused instead of overwriting newer text. Answers to
 * saves may be lost: a refusal that shows a text which this tab itself has sent is a late receipt, not a conflict.
 */
import {
  afterFailure,
  afterReceipt,
  noProgress,
  type Failed,
  type Failing,
  type Restored,
  type SaveProgress,
} from "#app/components/saving/save-progress.ts";
import { dueAtMs } from "#app/components/saving/save-timing.ts";
import type { Draft } from "#app/domain/interview/draft.ts";
import { maxAnswerChars } from "#app/domain/interview/session.ts";

/** A half-written answer waits while a question is asked, so each has its own text. */
export type Typed = {
  kind: Draft["kind"];
  answer: string;
  question: string;
  diagram: string;
  /** Characters of the answer that came by pasting, where they are counted. */
  pasted?: number | undefined;
};

/** A second version of the text, to choose from. */
export type Rival = {
  /** `tab`: another tab saved newer text. `server`: an older save, after unsent text was put back. `device`: unsent text. */
  from: "tab" | "server" | "device";
  typed: Typed;
  revision: number;
};

export type Trouble = "offline" | "unreachable" | "signed_out" | "finished" | "time_is_up";

export type Autosave = SaveProgress<Draft, Failing<Trouble>> & {
  typed: Typed;
  /** The newest revision of the server that this text takes into account. */
  revision: number;
  /** What the server has at that revision. */
  saved: Draft;
  savedAt: string | null;
  rival: Rival | null;
  /** While an answer is being submitted nothing is saved. */
  held: boolean;
};

/** What this device keeps until the server has it. */
export type KeptText = Pick<Autosave, "typed" | "revision">;

export type ServerDraft = { draft: Draft; revision: number; savedAt: string | null };

export type AutosaveEvent =
  | { type: "typed"; typed: Typed; nowMs: number }
  | { type: "sending"; draft: Draft }
  | { type: "saved"; revision: number; savedAt: string }
  | { type: "newer_elsewhere"; draft: Draft; revision: number }
  | Failed<Trouble>
  | { type: "woke" }
  | Restored<KeptText>
  | { type: "chose"; which: "mine" | "theirs"; nowMs: number }
  | { type: "submitting" }
  | { type: "refused" }
  | { type: "accepted"; kind: Draft["kind"]; server: ServerDraft; nowMs: number }
  | { type: "loaded"; server: ServerDraft };

/** Texts sent without a receipt that are remembered; more than a long time offline makes. */
const mostUnanswered = 50;

export function sameDraft(a: Draft, b: Draft): boolean {
  return a.text === b.text && a.diagram === b.diagram && (a.kind === b.kind || isEmpty(a));
}

function isEmpty({ text, diagram }: Draft): boolean {
  return text === "" && diagram === "";
}

/** The server has room for one text: the answer once there is one, else the question. */
export function draftOf({ kind, answer, question, diagram, pasted }: Typed): Draft {
  if (kind === "clarification" && answer === "") return { kind, text: question, diagram };
  return { kind: "answer", text: answer, diagram, ...(pasted && { pasted }) };
}

export function typedOf({ kind, text, diagram, pasted }: Draft, question = ""): Typed {
  if (kind === "clarification") return { kind, answer: "", question: text, diagram };
  return { kind, answer: text, question, diagram, ...(pasted && { pasted }) };
}

/** A question asked in the middle of an answer; it is kept on this device only. */
export function isQuestionOnlyHere({ kind, answer, question }: Typed): boolean {
  return kind === "clarification" && answer !== "" && question !== "";
}

export function isTooLong({ text, diagram }: { text: string; diagram: string }): boolean {
  return text.length > maxAnswerChars || diagram.length > maxAnswerChars;
}

/** Also when it equals the last receipt, as long as something else may have arrived without one. */
export function isUnsaved({ typed, saved, unanswered }: Autosave): boolean {
  const draft = draftOf(typed);
  return [saved, ...unanswered].some((known) => !sameDraft(known, draft));
}

export function startAutosave({ draft, revision, savedAt }: ServerDraft): Autosave {
  return {
    typed: typedOf(draft),
    revision,
    saved: draft,
    savedAt,
    ...noProgress,
    rival: null,
    held: false,
  };
}

/** The interview takes nothing more. */
export function isOver(trouble: Autosave["trouble"]): boolean {
  return trouble?.kind === "finished" || trouble?.kind === "time_is_up";
}

/** Whether there is text that may be put to the server now. Newer text elsewhere waits for a choice first. */
export function hasUnsentText(state: Autosave): boolean {
  return !state.held && state.rival?.from !== "tab" && isUnsaved(state) && !isTooLong(draftOf(state.typed));
}

/** When the next save is due, in milliseconds since 1970, or null when there is none to make. */
export function saveDueAtMs(state: Autosave): number | null {
  const { trouble } = state;
  if (state.sending !== null || !hasUnsentText(state)) return null;
  if (trouble?.kind === "signed_out" || isOver(trouble)) return null;
  return dueAtMs(state);
}

function edit(state: Autosave, typed: Typed, nowMs: number): Autosave {
  const firstEditMs = isUnsaved(state) && state.sending === null ? state.firstEditMs : nowMs;
  return { ...state, typed, firstEditMs, lastEditMs: nowMs };
}

function send(state: Autosave, draft: Draft): Autosave {
  return { ...state, sending: draft, unanswered: [...state.unanswered, draft].slice(-mostUnanswered) };
}

/** The server's draft is now known; what is typed stays. */
function receive(state: Autosave, { draft, revision, savedAt }: ServerDraft): Autosave {
  return { ...state, revision, saved: draft, savedAt, ...afterReceipt(state) };
}

/** The server has a draft that this tab did not expect. */
function meet(state: Autosave, server: ServerDraft): Autosave {
  const own = [draftOf(state.typed), state.saved, ...state.unanswered];
  const nothingNew = isEmpty(server.draft) || own.some((draft) => sameDraft(draft, server.draft));
  if (nothingNew) return receive(state, server);
  const { draft, revision } = server;
  return { ...state, sending: null, trouble: null, rival: { from: "tab", typed: typedOf(draft), revision } };
}

/** A page was loaded again: newer text from elsewhere is taken over, unless there is unsaved text here. */
function load(state: Autosave, server: ServerDraft): Autosave {
  if (server.revision <= state.revision) return state;
  if (isUnsaved(state)) return meet(state, server);
  return { ...receive(state, server), typed: typedOf(server.draft, state.typed.question), rival: null };
}

/** Text that this device kept when it could not be saved. */
function restore(state: Autosave, { kept, nowMs }: Restored<KeptText>): Autosave {
  const draft = draftOf(kept.typed);
  if (isEmpty(draft) || sameDraft(draft, state.saved)) {
    const { kind, question } = kept.typed;
    return edit(state, question === "" ? state.typed : { ...state.typed, kind, question }, nowMs);
  }
  if (kept.revision !== state.revision) {
    return { ...state, rival: { from: "device", typed: kept.typed, revision: state.revision } };
  }
  const rival: Rival = { from: "server", typed: typedOf(state.saved), revision: state.revision };
  return { ...edit(state, kept.typed, nowMs), rival: isEmpty(state.saved) ? null : rival };
}

function choose(state: Autosave, which: "mine" | "theirs", nowMs: number): Autosave {
  const { rival } = state;
  if (rival === null) return state;
  const chosen = which === "mine" ? state.typed : rival.typed;
  const saved = rival.from === "tab" ? draftOf(rival.typed) : state.saved;
  return { ...edit(state, chosen, nowMs), saved, revision: rival.revision, rival: null, unanswered: [] };
}

function accept(state: Autosave, { kind, server, nowMs }: Extract<AutosaveEvent, { type: "accepted" }>): Autosave {
  const { typed } = state;
  const left: Typed =
    kind === "answer"
      ? { ...typed, answer: "", diagram: "", pasted: undefined }
      : { ...typed, kind: "answer", question: "" };
  // What waited while a question was asked has to be saved anew: the server starts every turn with an empty draft.
  return edit({ ...receive(state, server), held: false, rival: null }, left, nowMs);
}

export function autosave(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case "typed":
      return edit(state, event.typed, event.nowMs);
    case "sending":
      return send(state, event.draft);
    case "saved":
      return state.sending === null ? state : receive(state, { ...event, draft: state.sending });
    case "newer_elsewhere":
      return state.sending === null ? state : meet(state, { ...event, savedAt: state.savedAt });
    case "failed":
      return state.sending === null ? state : { ...state, ...afterFailure(state, event) };
    case "woke":
      return state.trouble && !isOver(state.trouble) ? { ...state, trouble: null } : state;
    case "restored":
      return restore(state, event);
    case "chose":
      return choose(state, event.which, event.nowMs);
    case "submitting":
      return { ...state, sending: null, held: true };
    case "refused":
      return { ...state, held: false };
    case "accepted":
      return accept(state, event);
    case "loaded":
      return state.held ? state : load(state, event.server);
  }
}
