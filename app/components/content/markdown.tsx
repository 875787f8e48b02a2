import { Diagram } from "#app/components/diagram/diagram.tsx";
import "./markdown.css";

/** What the server renders of Markdown: clean HTML, cut where a diagram stands. */
export type MarkdownPart =
  | { kind: "html"; html: string }
  | { kind: "diagram"; source: string; id: string; label: string | null };

type MarkdownProps = {
  blocks: readonly MarkdownPart[];
  /** What a diagram shows that stands under no heading. */
  diagramLabel?: string;
};

export function Markdown({ blocks, diagramLabel = "Diagram" }: MarkdownProps) {
  return (
    <div className="markdown">
      {blocks.map((block, index) =>
        block.kind === "html" ? (
          <div key={index} className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />
        ) : (
          <Diagram key={block.id} source={block.source} label={block.label ? `Diagram, ${block.label}` : diagramLabel} />
        ),
      )}
    </div>
  );
}
