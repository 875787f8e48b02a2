import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Kbd } from "./kbd.tsx";
import "./key-dialog.css";

export type Key = { keys: readonly string[]; does: string };

export function Keys({ names }: { names: readonly string[] }) {
  return names.map((name) => <Kbd key={name}>{name}</Kbd>);
}

export function KeyList({ list }: { list: readonly Key[] }) {
  return (
    <dl>
      {list.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            <Keys names={keys} />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

type KeyDialogProps = { isOpen: boolean; onClose: () => void; children: ReactNode };

/** All keys of a page that is worked by keys, over it. */
export function KeyDialog({ isOpen, onClose, children }: KeyDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) {
      dialog.current?.showModal();
      // A list taller than the window begins at its head, not at the first control below it.
      title.current?.focus();
    }
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog className="key-dialog" ref={dialog} onClose={onClose} aria-labelledby="key-dialog-title">
      <h2 id="key-dialog-title" ref={title} tabIndex={-1}>
        Keys
      </h2>
      {children}
      <Button type="button" onClick={onClose}>
        Close
      </Button>
    </dialog>
  );
}
