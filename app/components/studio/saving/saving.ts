/**
 * Texts that are being written and how far they are kept, as a pure state machine. The server has one version of them with
 * a revision; a save names the revision it started from. Where somebody else has saved meanwhile, files that only one of
 * the two changed are merged, and for the others a person decides: nothing is overwritten unseen. Answers to saves may be
 * lost: a refusal that shows a version which this page itself has sent is a late receipt, not a conflict.
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
import {
  applyChanges,
  changesBetween,
  mergeTexts,
  sameTexts,
  type Conflict,
  type Texts,
} from "#app/domain/authoring/merging.ts";
import type { Problem } from "#app/domain/scenarios/problem.ts";

/** `gone`: it is removed, or no longer this person's to write. `refused`: the server does not take texts like these. */
export type Trouble = "offline" | "unreachable" | "signed_out" | "gone" | "refused";

/** What the server has. */
export type ServerTexts = { texts: Texts; revision: number; savedAt: string; editedBy: string | null };

export type Saving = SaveProgress<Texts, Failing<Trouble> & { message: string | null }> & {
  texts: Texts;
  /** What the server has at the newest revision that `texts` take into account. */
  base: Texts;
  revision: number;
  savedAt: string;
  /** What the server found wrong with what it saved last, where the browser cannot; null before the first save. */
  problems: readonly Problem[] | null;
  conflict: { conflicts: readonly Conflict[]; theirs: ServerTexts } | null;
  /** Files of somebody else's that came in by themselves, to be told. */
  news: { paths: readonly string[]; by: string | null; atMs: number } | null;
};

/** What a device keeps until the server has it: the changed files, and what they were. */
export type KeptTexts = {
  revision: number;
  changes: Record<string, string | null>;
  base: Record<string, string | null>;
};

export type SavingEvent =
  /** A change of whatever is written by then: something of somebody else's may have come in a moment before. */
  | { type: "edited"; edit: (texts: Texts) => Texts; nowMs: number }
  | { type: "sending"; texts: Texts }
  | { type: "saved"; revision: number; savedAt: string; problems: readonly Problem[] }
  | { type: "refused_as_old"; theirs: ServerTexts; nowMs: number }
  | (Failed<Trouble> & { message?: string })
  | { type: "woke" }
  | Restored<KeptTexts>
  | { type: "decided"; decided: Readonly<Record<string, string | null>>; nowMs: number }
  | { type: "loaded"; server: ServerTexts; nowMs: number };

const mostUnanswered = 5;
/** Somebody who types on has read it by then. */
const newsMs = 10_000;

export function startSaving({ texts, revision, savedAt }: ServerTexts): Saving {
  return {
    texts,
    base: texts,
    revision,
    savedAt,
    problems: null,
    ...noProgress,
    conflict: null,
    news: null,
  };
}

/** Also when it equals the last receipt, as long as something else may have arrived without one. */
export function isUnsaved({ texts, base, unanswered }: Saving): boolean {
  return [base, ...unanswered].some((known) => !sameTexts(known, texts));
}

export function keptOf({ texts, base, revision }: Pick<Saving, "texts" | "base" | "revision">): KeptTexts {
  const changes = changesBetween(base, texts);
  return {
    revision,
    changes,
    base: Object.fromEntries(Object.keys(changes).map((path) => [path, base[path] ?? null])),
  };
}

/** Nothing that is written here can reach the server any more. */
export function isCutOff({ trouble }: Saving): boolean {
  return trouble?.kind === "gone";
}

/** Whether there is something that may be put to the server now. A conflict waits for a decision first. */
export function hasUnsent(state: Saving): boolean {
  return state.conflict === null && !isCutOff(state) && isUnsaved(state);
}

/** When the next save is due, in milliseconds since 1970, or null when there is none to make. */
export function saveDueAtMs(state: Saving): number | null {
  const { trouble, lastEditMs } = state;
  if (state.sending !== null || !hasUnsent(state)) return null;
  // Signing in happens elsewhere, and what was refused is refused again until it is changed.
  if (trouble?.kind === "signed_out") return null;
  if (trouble?.kind === "refused" && lastEditMs <= trouble.sinceMs) return null;
  return dueAtMs(state);
}

function edit(state: Saving, texts: Texts, nowMs: number): Saving {
  const firstEditMs = isUnsaved(state) && state.sending === null ? state.firstEditMs : nowMs;
  const news = state.news && nowMs - state.news.atMs < newsMs ? state.news : null;
  return { ...state, texts, firstEditMs, lastEditMs: nowMs, news };
}

/** The server's version is now known; what is written here stays. */
function receive(state: Saving, { texts, revision, savedAt }: ServerTexts): Saving {
  return { ...state, base: texts, revision, savedAt, ...afterReceipt(state) };
}

/** The server has a version that this page did not expect. */
function meet(state: Saving, server: ServerTexts, nowMs: number): Saving {
  const own = [state.base, ...state.unanswered].find((texts) => sameTexts(texts, server.texts));
  if (own) return receive(state, server);
  const { texts, conflicts, taken } = mergeTexts({ base: state.base, mine: state.texts, theirs: server.texts });
  const news = taken.length > 0 ? { paths: taken, by: server.editedBy, atMs: nowMs } : state.news;
  if (conflicts.length === 0) return edit({ ...receive(state, server), news }, texts, nowMs);
  return {
    ...state,
    sending: null,
    unanswered: [],
    trouble: null,
    news: null,
    conflict: { conflicts, theirs: server },
  };
}

/** A page was loaded again, or another tab saved. */
function load(state: Saving, server: ServerTexts, nowMs: number): Saving {
  if (server.revision <= state.revision || state.conflict) return state;
  if (isUnsaved(state)) return meet(state, server, nowMs);
  return { ...receive(state, server), texts: server.texts };
}

/** What this device kept when it could not be saved, perhaps on top of a version that others have changed since. */
function restore(state: Saving, { kept, nowMs }: Restored<KeptTexts>): Saving {
  const was = applyChanges(state.base, kept.revision === state.revision ? {} : kept.base);
  const mine = applyChanges(was, kept.changes);
  if (sameTexts(mine, state.base)) return state;
  const here = { ...state, base: was, texts: mine, revision: kept.revision, lastEditMs: nowMs, firstEditMs: nowMs };
  if (kept.revision === state.revision) return here;
  return meet(here, { texts: state.base, revision: state.revision, savedAt: state.savedAt, editedBy: null }, nowMs);
}

/** The person has said what each file with two versions is to be: theirs is known from here on, and saved over knowingly. */
function decide(state: Saving, decided: Readonly<Record<string, string | null>>, nowMs: number): Saving {
  const { conflict, base } = state;
  if (conflict === null) return state;
  const { theirs } = conflict;
  const merged = mergeTexts({ base, mine: state.texts, theirs: theirs.texts });
  return edit({ ...receive(state, theirs), conflict: null }, applyChanges(merged.texts, decided), nowMs);
}

export function saving(state: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case "edited": {
      const texts = event.edit(state.texts);
      return texts === state.texts ? state : edit(state, texts, event.nowMs);
    }
    case "sending":
      return {
        ...state,
        sending: event.texts,
        unanswered: [...state.unanswered, event.texts].slice(-mostUnanswered),
        firstEditMs: state.lastEditMs,
      };
    case "saved": {
      const { sending } = state;
      if (sending === null) return state;
      const { revision, savedAt, problems } = event;
      return { ...receive(state, { texts: sending, revision, savedAt, editedBy: null }), problems };
    }
    case "refused_as_old":
      return state.sending === null ? state : meet(state, event.theirs, event.nowMs);
    case "failed": {
      if (state.sending === null) return state;
      const failure = afterFailure(state, event);
      return { ...state, ...failure, trouble: { ...failure.trouble, message: event.message ?? null } };
    }
    case "woke":
      return state.trouble && !isCutOff(state) ? { ...state, trouble: null } : state;
    case "restored":
      return restore(state, event);
    case "decided":
      return decide(state, event.decided, event.nowMs);
    case "loaded":
      return load(state, event.server, event.nowMs);
  }
}
