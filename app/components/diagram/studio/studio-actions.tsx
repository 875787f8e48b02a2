import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useDiagramTheme } from "../use-diagram-theme.ts";
import { drawingFile, saveFile } from "./download-drawing.ts";
import { fragmentOf } from "./shared-source.ts";

type Said = { words: string; isProblem?: boolean; link?: string };

/** What can be done with a drawing as a whole. Everything happens in the browser. */
export function StudioActions({ source }: { source: string }) {
  const theme = useDiagramTheme();
  const [said, setSaid] = useState<Said | null>(null);
  const isEmpty = source.trim() === "";

  const share = async () => {
    const fragment = await fragmentOf(source);
    if (fragment === null)
      return setSaid({ words: "The source is too long for a link: copy it instead.", isProblem: true });
    const link = location.origin + location.pathname + fragment;
    const isCopied = await copied(link);
    setSaid({
      words: isCopied ? "The link is copied. It holds the whole drawing." : "This link holds the whole drawing.",
      link,
    });
  };
  const copy = async () => {
    const isCopied = await copied(source);
    setSaid(
      isCopied
        ? { words: "The source is copied." }
        : { words: "This browser did not allow copying: select the source and copy it.", isProblem: true },
    );
  };
  const download = async () => {
    const file = await drawingFile(source, theme);
    if (!file.ok) return setSaid({ words: `There is no drawing to save yet. ${file.message}`, isProblem: true });
    saveFile({ name: "drawing.svg", text: file.svg, type: "image/svg+xml" });
    setSaid({ words: "Saved as drawing.svg." });
  };

  return (
    <div className="studio-actions">
      <div className="row">
        <Button type="button" look="go" disabled={isEmpty} onClick={() => void share()}>
          Share by link
        </Button>
        <Button type="button" disabled={isEmpty} onClick={() => void copy()}>
          Copy the source
        </Button>
        <Button type="button" disabled={isEmpty} onClick={() => void download()}>
          Download as SVG
        </Button>
      </div>
      <p className={said?.isProblem ? "diagram-fault" : "small muted"} role="status">
        {said?.words}
      </p>
      {said?.link ? (
        <input
          className="input studio-link"
          aria-label="Link to this drawing"
          readOnly
          value={said.link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      ) : null}
    </div>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
