import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { insertItem, moveItem, removeItem } from "#app/domain/authoring/form/edit-list.ts";
import { blankItem, requireField } from "#app/domain/authoring/form/fields.ts";
import { FieldNotesList } from "../reading/field-notes.tsx";
import { useCountInside } from "../reading/use-reading.ts";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";
import { useIsOpen, useLeading } from "./open-parts.ts";

type ItemListProps = {
  file: string;
  path: string;
  length: number;
  /** What one of them is, as "check". */
  one: string;
  /** What belongs in the list when there is nothing in it. */
  empty: string;
  children: ReactNode;
};

/** A list of things that have fields of their own. */
export function ItemList({ file, path, length, one, empty, children }: ItemListProps) {
  const { change } = useEdit();
  const { reveal } = useLeading();
  const anchor = anchorOf({ file, path });
  const add = () => {
    change((files) => insertItem(files, { file, path, item: blankItem(requireField({ file, path })) }));
    reveal(`${anchor}[${length}]`);
  };
  return (
    <div className="item-list" id={anchor} tabIndex={-1}>
      <FieldNotesList anchor={anchor} />
      {length === 0 ? <p className="small muted">{empty}</p> : null}
      {children}
      <button type="button" className="btn draft-add" onClick={add}>
        <Plus aria-hidden="true" /> Add a {one}
      </button>
    </div>
  );
}

type ItemProps = {
  file: string;
  /** Of the list. */
  path: string;
  at: number;
  length: number;
  one: string;
  title: string;
  /** What is worth knowing of it while it is closed. */
  aside?: ReactNode;
  /** Drawn only while the item is open. */
  children: () => ReactNode;
};

/** One of them: its title, closed or open; up, down and away. */
export function Item({ file, path, at, length, one, title, aside, children }: ItemProps) {
  const anchor = anchorOf({ file, path: `${path}[${at}]` });
  const [isOpen, setOpen] = useIsOpen(anchor);
  const move = useMove({ file, path, at, length });
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside, each with a button too
    <div className="draft-item" data-open={isOpen} onKeyDown={press}>
      <div className="draft-item-head">
        <button
          type="button"
          id={anchor}
          className="draft-item-title"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="visually-hidden">{`${one} ${at + 1}: `}</span>
          {title === "" ? <span className="muted">No name yet</span> : title}
        </button>
        {aside ? <span className="draft-item-aside num">{aside}</span> : null}
        <CountInside anchor={anchor} />
        <ItemTools {...{ file, path, at, length, one, title }} move={move} />
      </div>
      {isOpen ? <div className="draft-item-fields">{children()}</div> : null}
    </div>
  );
}

function CountInside({ anchor }: { anchor: string }) {
  const count = useCountInside(anchor);
  return count === 0 ? null : <span className="draft-item-notes">{count === 1 ? "1 note" : `${count} notes`}</span>;
}

function useMove({ file, path, at, length }: Pick<ItemProps, "file" | "path" | "at" | "length">) {
  const { change } = useEdit();
  const { focus, moved } = useLeading();
  return (step: -1 | 1) => {
    const to = at + step;
    if (to < 0 || to >= length) return;
    const list = anchorOf({ file, path });
    moved(list, (place) => (place === at ? to : place === to ? at : place));
    change((files) => moveItem(files, { file, path, at, to }));
    // The item has gone on; the focus stays with it.
    focus(`${list}[${to}]`);
  };
}

type ToolsProps = Omit<ItemProps, "children" | "aside"> & { move: (step: -1 | 1) => void };

function ItemTools({ file, path, at, length, one, title, move }: ToolsProps) {
  const name = title === "" ? `${one} ${at + 1}` : title;
  return (
    <span className="draft-item-tools">
      <button
        type="button"
        className="btn bare"
        aria-label={`Move ${name} up`}
        disabled={at === 0}
        onClick={() => move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn bare"
        aria-label={`Move ${name} down`}
        disabled={at === length - 1}
        onClick={() => move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </button>
      <Remove {...{ file, path, at, one, name }} />
    </span>
  );
}

/** Asks once. */
function Remove({ file, path, at, one, name }: { file: string; path: string; at: number; one: string; name: string }) {
  const [isAsking, setAsking] = useState(false);
  const { change } = useEdit();
  const { focus, moved } = useLeading();
  const remove = () => {
    const list = anchorOf({ file, path });
    setAsking(false);
    moved(list, (place) => (place === at ? -1 : place > at ? place - 1 : place));
    change((files) => removeItem(files, { file, path, at }));
    focus(list);
  };
  if (!isAsking) {
    return (
      <button type="button" className="btn bare" aria-label={`Remove ${name}`} onClick={() => setAsking(true)}>
        Remove
      </button>
    );
  }
  return (
    <span className="draft-item-ask" role="group" aria-label={`Remove ${name}?`}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the answer to what was just pressed */}
      <button type="button" className="btn" autoFocus onClick={remove}>
        Remove this {one}
      </button>
      <button type="button" className="btn bare" onClick={() => setAsking(false)}>
        Keep it
      </button>
    </span>
  );
}
