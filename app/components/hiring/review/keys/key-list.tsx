import { Kbd } from "#app/components/ui/kbd.tsx";
import { KeyDialog, KeyList, type Key } from "#app/components/ui/key-dialog.tsx";

const keys: readonly Key[] = [
  { keys: ["0", "1", "2", "3", "4"], does: "The level of the open criterion" },
  { keys: ["U"], does: "Cannot tell from this transcript" },
  { keys: ["J", "K"], does: "The next criterion, the one before" },
  { keys: ["E"], does: "Use the selected words as evidence; with nothing selected, choose words by keys" },
  { keys: ["N"], does: "The note of the open criterion" },
  { keys: ["Esc"], does: "Out of the note; clear what is selected" },
  { keys: ["G"], does: "What is still missing next, or the button that finishes" },
  { keys: ["?"], does: "This list, while you are not typing" },
];

const pickingKeys: readonly Key[] = [
  { keys: ["↑", "↓"], does: "The sentence before, the next one" },
  { keys: ["Shift", "↑", "↓"], does: "One sentence less or more" },
  { keys: ["Ctrl", "←", "→"], does: "Begin a word earlier or later" },
  { keys: ["Ctrl", "Shift", "←", "→"], does: "End a word earlier or later; Alt does the same as Ctrl" },
  { keys: ["Page ↑", "Page ↓"], does: "The answer before, the next one" },
  { keys: ["↵"], does: "Use these words as evidence" },
];

type ReviewKeyDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  areOn: boolean;
  onSwitch: (areOn: boolean) => void;
};

export function ReviewKeyDialog({ areOn, onSwitch, ...dialog }: ReviewKeyDialogProps) {
  return (
    <KeyDialog {...dialog}>
      <KeyList list={keys} />
      <h3 className="label">Choosing words by keys, after E</h3>
      <KeyList list={pickingKeys} />
      <label className="choice">
        <input type="checkbox" checked={areOn} onChange={({ target }) => onSwitch(target.checked)} />
        <span>Single letters and digits are keys here</span>
      </label>
    </KeyDialog>
  );
}

/** One quiet line at the foot: keys where they work. */
export function ReviewKeyLine({ areOn, onShowAll }: { areOn: boolean; onShowAll: () => void }) {
  return (
    <footer className="blind-key-line tiny muted needs-script">
      <div className="blind-wrap">
        {areOn ? (
          <>
            <span>
              <Kbd>0</Kbd>–<Kbd>4</Kbd> level
            </span>
            <span>
              <Kbd>U</Kbd> cannot tell
            </span>
            <span>
              <Kbd>J</Kbd> <Kbd>K</Kbd> criterion
            </span>
            <span>
              <Kbd>E</Kbd> evidence
            </span>
            <span>
              <Kbd>N</Kbd> note
            </span>
            <span>
              <Kbd>G</Kbd> next
            </span>
          </>
        ) : (
          <span>Single keys are off</span>
        )}
        <button type="button" onClick={onShowAll}>
          <Kbd>?</Kbd> all keys
        </button>
      </div>
    </footer>
  );
}
