import { Kbd } from "#app/components/ui/kbd.tsx";
import { KeyDialog, KeyList, Keys, type Key } from "#app/components/ui/key-dialog.tsx";

const keys: readonly (Key & { needsHints?: true })[] = [
  { keys: ["Ctrl", "↵"], does: "Send what is in the box" },
  { keys: ["Alt", "Q"], does: "Answer, or ask a question" },
  { keys: ["Alt", "D"], does: "Write, or draw a diagram" },
  { keys: ["Alt", "H"], does: "A hint, in practice", needsHints: true },
  { keys: ["?"], does: "This list, while you are not typing" },
  { keys: ["Esc"], does: "Close what is open" },
];

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

type RoomKeyDialogProps = { hasHints: boolean; isOpen: boolean; onClose: () => void };

export function RoomKeyDialog({ hasHints, ...dialog }: RoomKeyDialogProps) {
  return (
    <KeyDialog {...dialog}>
      <KeyList list={keys.filter(({ needsHints }) => hasHints || !needsHints)} />
    </KeyDialog>
  );
}
