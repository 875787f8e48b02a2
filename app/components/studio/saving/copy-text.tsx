import { useState } from "react";

/** Puts a text on the clipboard; where a browser does not allow it, the text is there to be selected. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("Not copied: select the text instead"),
    );
  };
  return (
    <button type="button" className="btn bare" onClick={copy}>
      {label} <span role="status">{said ? `· ${said}` : null}</span>
    </button>
  );
}
