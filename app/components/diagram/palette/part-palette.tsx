import { useRef, useState, type KeyboardEvent } from "react";
import { partKinds, shapeSigns, type PartKind, type PartShape } from "./part-kinds.ts";
import "./palette.css";

type PartPaletteProps = { onInsert: (kind: PartKind) => void; isOpen?: boolean };

/** Parts by name and shape, to be put in at the cursor. One stop of the Tab key; arrow keys go through it. */
export function PartPalette({ onInsert, isOpen: startsOpen = false }: PartPaletteProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details className="part-palette" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Insert a part</summary>
      {isOpen ? <Parts onInsert={onInsert} /> : null}
    </details>
  );
}

function Parts({ onInsert }: Pick<PartPaletteProps, "onInsert">) {
  const toolbar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent) => {
    const next = nextOf(event.key, current);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    toolbar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the keys are those of the buttons in it
    <div className="part-palette-parts" role="toolbar" aria-label="Parts to insert" ref={toolbar} onKeyDown={move}>
      {partKinds.map((kind, at) => (
        <button
          key={kind.id}
          type="button"
          className="part-button"
          tabIndex={at === current ? 0 : -1}
          title={`${kind.name}, a ${shapeSigns[kind.shape].name}`}
          onFocus={() => setCurrent(at)}
          onClick={() => onInsert(kind)}
        >
          <ShapeGlyph shape={kind.shape} />
          {kind.name}
        </button>
      ))}
    </div>
  );
}

function nextOf(key: string, current: number): number | null {
  const last = partKinds.length - 1;
  if (key === "ArrowRight" || key === "ArrowDown") return current === last ? 0 : current + 1;
  if (key === "ArrowLeft" || key === "ArrowUp") return current === 0 ? last : current - 1;
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

const outlines: Record<PartShape, JSX.Element> = {
  rect: <rect x="1" y="2" width="18" height="10" rx="1.5" />,
  stadium: <rect x="1" y="2" width="18" height="10" rx="5" />,
  cylinder: <path d="M1 2h18v10H1zM1 4.5h18" />,
  diamond: <path d="m10 1 8.5 6-8.5 6-8.5-6z" />,
  hexagon: <path d="M5 2h10l4 5-4 5H5L1 7z" />,
};

/** As it is drawn: a store has a double top. */
function ShapeGlyph({ shape }: { shape: PartShape }) {
  return (
    <svg viewBox="0 0 20 14" width="20" height="14" fill="none" stroke="currentColor" aria-hidden="true">
      {outlines[shape]}
    </svg>
  );
}
