import { CircleAlert, CloudOff, Save } from "lucide-react";
import { useSlow } from "#app/components/saving/use-slow.ts";
import { agoWords } from "#app/components/ui/duration-words.ts";
import { useNow } from "#app/components/ui/use-now.ts";
import { maxAnswerChars } from "#app/domain/interview/session.ts";
import {
  draftOf,
  isOver,
  isQuestionOnlyHere,
  isTooLong,
  isUnsaved,
  type Autosave,
  type Rival,
  type Trouble,
} from "../autosave.ts";

const cap = maxAnswerChars.toLocaleString("en");

const troubleWords: Record<Trouble, string> = {
  offline: "Offline. Kept on this device, sent when you are back",
  unreachable: "Not saved yet. Kept on this device, trying again",
  signed_out: "Your sign-in ran out. Kept on this device",
  time_is_up: "Time was up before this arrived. It is kept, and not graded",
  finished: "This interview is finished. This text is not part of it",
};

const rivalWords: Record<Rival["from"], string> = {
  tab: "Open in another tab; that one has the newer text.",
  server: "Text that was not saved last time is back.",
  device: "This device kept text that was never saved.",
};

/** What there is to know beyond saved or not; null when all is well. Said aloud once, when it changes. */
export function savingTrouble(state: Autosave): string | null {
  if (state.rival) return rivalWords[state.rival.from];
  const draft = draftOf(state.typed);
  if (isTooLong(draft)) {
    const length = Math.max(draft.text.length, draft.diagram.length).toLocaleString("en");
    return `${length} characters; ${cap} can be saved and sent. Kept on this device`;
  }
  return state.trouble && (isUnsaved(state) || isOver(state.trouble)) ? troubleWords[state.trouble.kind] : null;
}

/** One line in the composer's foot. It ticks for the eye only; troubles are announced. */
export function SavingLine({ state, onShowBoth }: { state: Autosave; onShowBoth: () => void }) {
  const trouble = savingTrouble(state);
  return (
    <div className="saving-line">
      {trouble === null ? <Saved state={state} /> : <Troubled state={state} words={trouble} onShowBoth={onShowBoth} />}
      <p className="visually-hidden" role="status">
        {trouble ?? (state.network === "back" ? "You are back online. What you typed meanwhile is saved." : null)}
      </p>
    </div>
  );
}

function Troubled({ state, words, onShowBoth }: { state: Autosave; words: string; onShowBoth: () => void }) {
  const Glyph = state.trouble?.kind === "offline" && !state.rival ? CloudOff : CircleAlert;
  return (
    <p className="saving troubled">
      <Glyph strokeWidth={1.75} aria-hidden="true" />
      <span>
        {words}{" "}
        {state.rival ? (
          <button type="button" className="btn text" onClick={onShowBoth}>
            Show both
          </button>
        ) : null}
      </span>
    </p>
  );
}

function Saved({ state }: { state: Autosave }) {
  const nowMs = useNow(1_000);
  const isSlow = useSlow(state.sending !== null);
  if (isSlow) {
    return (
      <p className="saving">
        <span className="spinner" /> Saving
      </p>
    );
  }
  return (
    <p className="saving">
      <Save strokeWidth={1.75} aria-hidden="true" />
      <span suppressHydrationWarning>{savedWords(state, nowMs)}</span>
    </p>
  );
}

function savedWords(state: Autosave, nowMs: number | null): string {
  const { savedAt, typed } = state;
  if (isQuestionOnlyHere(typed)) return "The answer is saved; the question is kept on this device";
  if (savedAt === null) return "Saved as you type";
  if (nowMs === null) return "Saved";
  const ago = `Saved ${agoWords(Math.max(0, nowMs - Date.parse(savedAt)))}`;
  return state.network === "back" ? `${ago}, with what you typed offline` : ago;
}
