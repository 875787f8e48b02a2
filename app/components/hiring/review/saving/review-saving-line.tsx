import { CircleAlert, CloudOff, Save } from "lucide-react";
import { useSlow } from "#app/components/saving/use-slow.ts";
import { agoWords } from "#app/components/ui/duration-words.ts";
import { useNow } from "#app/components/ui/use-now.ts";
import { isOver, isUnsaved, type ReviewSaving, type Trouble } from "./review-saving.ts";

const troubleWords: Record<Trouble, string> = {
  offline: "Offline, kept on this device",
  unreachable: "Not saved yet, kept on this device",
  signed_out: "Your sign-in ran out; kept on this device",
  refused: "Not saved, kept on this device",
  gone: "Not saved: this transcript is no longer there for you",
  given: "You have given this review",
};

/** What there is to know beyond saved or not; null when all is well. Said aloud once, when it changes. */
export function savingTrouble(state: ReviewSaving): string | null {
  if (state.rival) return state.rival.from === "tab" ? "Newer in another tab" : "This device kept an unsaved version";
  const { trouble } = state;
  if (trouble && (isUnsaved(state) || isOver(state))) return troubleWords[trouble.kind];
  return state.lost ? "Saved, but not held for you" : null;
}

/** One line in the header. It ticks for the eye only; troubles are announced. */
export function ReviewSavingLine({ state }: { state: ReviewSaving }) {
  const trouble = savingTrouble(state);
  return (
    <div className="review-saving">
      {trouble === null ? <Saved state={state} /> : <Troubled state={state} words={trouble} />}
      <p className="visually-hidden" role="status">
        {trouble ?? (state.network === "back" ? "You are back online. What you wrote meanwhile is saved." : null)}
      </p>
    </div>
  );
}

function Troubled({ state, words }: { state: ReviewSaving; words: string }) {
  const Glyph = state.trouble?.kind === "offline" && !state.rival ? CloudOff : CircleAlert;
  return (
    <p className="troubled">
      <Glyph strokeWidth={1.75} aria-hidden="true" />
      <span>{words}</span>
    </p>
  );
}

function Saved({ state }: { state: ReviewSaving }) {
  const nowMs = useNow(1_000);
  const isSlow = useSlow(state.sending !== null);
  if (isSlow) {
    return (
      <p>
        <span className="spinner" /> Saving
      </p>
    );
  }
  return (
    <p className={state.savedAt === null ? "needs-script" : undefined}>
      <Save strokeWidth={1.75} aria-hidden="true" />
      <span suppressHydrationWarning>{savedWords(state, nowMs)}</span>
    </p>
  );
}

function savedWords({ savedAt, network }: ReviewSaving, nowMs: number | null): string {
  if (savedAt === null) return "Saved as you go";
  if (nowMs === null) return "Saved";
  const ago = `Saved ${agoWords(Math.max(0, nowMs - Date.parse(savedAt)))}`;
  return network === "back" ? `${ago}, with what you wrote offline` : ago;
}
