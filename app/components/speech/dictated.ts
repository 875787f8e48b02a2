/** What becomes of spoken words in a text: they go in at the cursor, in place of what is selected. */

export type Selected = { start: number; end: number };

/** The text with the words in it, and where the cursor stands after them. */
export function insertSpoken(text: string, { start, end }: Selected, spoken: string): { text: string; cursor: number } {
  const words = spoken.trim();
  if (words === "") return { text, cursor: end };
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const put = `${/\S$/.test(before) ? " " : ""}${words}${/^[^\s.,;:!?)]/.test(after) ? " " : ""}`;
  return { text: `${before}${put}${after}`, cursor: start + put.length };
}

const faultWords: Record<string, string> = {
  "not-allowed": "The browser did not allow the microphone. Allow it for this site, then try again.",
  "service-not-allowed": "This browser does not allow speech recognition here. You can type instead.",
  "audio-capture": "No microphone was found. Connect one, then try again.",
  network: "The browser’s speech service could not be reached. Your text is as it was; try again, or type.",
  "no-speech": "Nothing was heard. Check the microphone, then try again.",
  "language-not-supported": "This browser cannot recognise spoken English. You can type instead.",
};

/** Null for what is no fault: somebody stopped it. */
export function faultIn(error: string): string | null {
  if (error === "aborted") return null;
  return faultWords[error] ?? "Speech recognition stopped. Your text is as it was; try again, or type.";
}
