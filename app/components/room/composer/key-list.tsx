import { useEffect, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";

type Key = { keys: string[]; does: string; needsHints?: true };

const keys: Key[] = [
  { keys: ["Ctrl", "↵"], does: "Send what is in the box" },
  { keys: ["Alt", "Q"], does: "Answer, or ask a question" },
  { keys: ["Alt", "D"], does: "Write, or draw a diagram" },
  { keys: ["Alt", "H"], does: "A hint, in practice", needsHints: true },
  { keys: ["?"], does: "This list, while you are not typing" },
  { keys: ["Esc"], does: "Close what is open" },
];

function Keys({ names }: { names: readonly string[] }) {
  return names.map((name) => <Kbd key={name}>{name}</Kbd>);
}

/** The quiet line under the composer: keys where they work. */
export function KeyLine({ hasHints, onShowAll }: { hasHints: boolean; onShowAll: () => void }) {
  return (
    <div className="key-line tiny muted">
      <span>
        <Keys names={["Alt", "Q"]} /> ask or answer
      </span>
      <span>
        <Keys names={["Alt", "D"]} /> diagram
      </span>
      {hasHints ? (
        <span>
          <Keys names={["Alt", "H"]} /> hint
        </span>
      ) : null}
      <button type="button" onClick={onShowAll}>
        <Kbd>?</Kbd> all keys
      </button>
    </div>
  );
}

type KeyDialogProps = { hasHints: boolean; isOpen: boolean; onClose: () => void };

export function KeyDialog({ hasHints, isOpen, onClose }: KeyDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog className="key-dialog" ref={dialog} onClose={onClose} aria-labelledby="key-dialog-title">
      <h2 id="key-dialog-title">Keys</h2>
      <dl>
        {keys
          .filter(({ needsHints }) => hasHints || !needsHints)
          .map((each) => (
            <div key={each.does}>
              <dt>
                <Keys names={each.keys} />
              </dt>
              <dd>{each.does}</dd>
            </div>
          ))}
      </dl>
      <Button type="button" onClick={onClose}>
        Close
      </Button>
    </dialog>
  );
}
