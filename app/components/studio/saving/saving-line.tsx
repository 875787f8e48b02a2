import { CircleAlert, CloudOff, Save } from "lucide-react";
import { useSlow } from "#app/components/saving/use-slow.ts";
import { agoWords } from "#app/components/ui/duration-words.ts";
import { useNow } from "#app/components/ui/use-now.ts";
import { isCutOff, isUnsaved, type Saving, type Trouble } from "./saving.ts";
import "./saving.css";

const troubleWords: Record<Trouble, string> = {
  offline: "Offline. Kept on this device, sent when you are back",
  unreachable: "Not saved yet. Kept on this device, trying again",
  signed_out: "Your sign-in ran out. Kept on this device; sign in again and it goes on",
  gone: "Not saved: this is removed, or no longer yours to write",
  refused: "Not saved. Kept on this device",
};

/** What there is to know beyond saved or not; null when all is well. Said aloud once, when it changes. */
function troubleOf(state: Saving): string | null {
  if (state.conflict) return "Not saved: somebody else changed the same text";
  const { trouble } = state;
  if (!trouble || (!isUnsaved(state) && !isCutOff(state))) return null;
  return trouble.message ? `${troubleWords[trouble.kind]}: ${trouble.message}` : troubleWords[trouble.kind];
}

function newsOf({ news }: Saving): string | null {
  if (!news) return null;
  return `${news.by ?? "Somebody else"} changed ${news.paths.join(", ")}; that is in your text now.`;
}

/** One line that says how far the text is kept. It ticks for the eye only; troubles and news are announced. */
export function SavingLine({ state }: { state: Saving }) {
  const trouble = troubleOf(state);
  const news = newsOf(state);
  return (
    <div className="keeping-line">
      {trouble === null ? <Saved state={state} /> : <Troubled state={state} words={trouble} />}
      {news ? <p className="keeping">{news}</p> : null}
      <p className="visually-hidden" role="status">
        {trouble ??
          news ??
          (state.network === "back" ? "You are back online. What you wrote meanwhile is saved." : null)}
      </p>
    </div>
  );
}

function Troubled({ state, words }: { state: Saving; words: string }) {
  const Glyph = state.trouble?.kind === "offline" ? CloudOff : CircleAlert;
  return (
    <p className="keeping troubled">
      <Glyph strokeWidth={1.75} aria-hidden="true" />
      <span>{words}</span>
    </p>
  );
}

function Saved({ state }: { state: Saving }) {
  const nowMs = useNow(1_000);
  const isSlow = useSlow(state.sending !== null);
  if (isSlow) {
    return (
      <p className="keeping">
        <span className="spinner" /> Saving
      </p>
    );
  }
  return (
    <p className="keeping">
      <Save strokeWidth={1.75} aria-hidden="true" />
      <span suppressHydrationWarning>{savedWords(state, nowMs)}</span>
    </p>
  );
}

function savedWords({ savedAt, network }: Saving, nowMs: number | null): string {
  if (nowMs === null) return "Saved as you type";
  const ago = `Saved ${agoWords(Math.max(0, nowMs - Date.parse(savedAt)))}`;
  return network === "back" ? `${ago}, with what you wrote offline` : ago;
}
