import type { Approach } from "#app/domain/scenarios/approach.ts";
import { approachName } from "#app/domain/scenarios/approach.ts";

const shapes: Record<Approach, JSX.Element> = {
  prompt: <circle cx="8" cy="8" r="6.6" />,
  rag: <path d="M1.8 1.8h12.4v12.4H1.8z" />,
  "fine-tune": <path d="M8 1.2 15.4 14.4H.6z" />,
  hybrid: <path d="M8 0l8 8-8 8-8-8z" />,
};

/** The shape alone, inside something that carries the word. Colours come from `data-approach` here or above. */
export function ApproachGlyph({ approach }: { approach: Approach }) {
  return (
    <svg className="approach-glyph" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[approach]}
    </svg>
  );
}

/** Shape and word; as a chip in running text, bare in tables and on axes. */
export function ApproachMark({ approach, chip = false }: { approach: Approach; chip?: boolean }) {
  return (
    <span className={chip ? "approach chip" : "approach"} data-approach={approach}>
      <ApproachGlyph approach={approach} />
      {approachName[approach]}
    </span>
  );
}
