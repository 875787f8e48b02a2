import { Markdown } from "#app/components/content/markdown.tsx";
import { usePreview, type Blocks } from "./use-preview.ts";
import "./preview.css";

/** The brief as candidates see it, while it is written. */
export function BriefPreview({ markdown, first }: { markdown: string; first: Blocks }) {
  const { shown, isBehind } = usePreview(markdown, first);
  return (
    <section className="brief-preview" aria-label="The brief as candidates see it">
      <p className="label">As candidates see it{isBehind ? ", a moment behind" : ""}</p>
      {shown.blocks.length === 0 ? <p className="small muted">Nothing is written yet.</p> : null}
      <Markdown blocks={shown.blocks} />
    </section>
  );
}
