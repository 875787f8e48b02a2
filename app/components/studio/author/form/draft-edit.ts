import { createContext, useContext, useEffect, useState, type Dispatch } from "react";
import { flushSync } from "react-dom";
import type { SavingEvent } from "#app/components/studio/saving/saving.ts";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import type { FieldPlace, FormValue } from "#app/domain/authoring/form/form-value.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";

/** How the parts of the form change the draft. Nothing of it changes from render to render. */
export type DraftEdit = {
  /** While somebody types: written into the files once typing rests, or before anything else happens to them. */
  type: (place: FieldPlace, value: FormValue) => void;
  /** A choice, or an edit of a list: at once. */
  change: (edit: (files: DraftFiles) => DraftFiles) => void;
  /** Writes what was typed a moment ago. */
  flush: () => void;
};

const restMs = 250;

function keyOf({ file, path }: FieldPlace): string {
  return `${file} ${path}`;
}

function createDraftEdit(dispatch: Dispatch<SavingEvent>): DraftEdit {
  const waiting = new Map<string, FieldPlace & { value: FormValue }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change: DraftEdit["change"] = (edit) => {
    clearTimeout(timer);
    const typed = [...waiting.values()];
    waiting.clear();
    const written = (files: DraftFiles) => typed.reduce<DraftFiles>((all, each) => setField(all, each), files);
    dispatch({ type: "edited", edit: (texts) => edit(written(texts)), nowMs: Date.now() });
  };
  const flush = () => {
    if (waiting.size > 0) change((files) => files);
  };
  const type: DraftEdit["type"] = (place, value) => {
    waiting.set(keyOf(place), { ...place, value });
    clearTimeout(timer);
    timer = setTimeout(flush, restMs);
  };
  return { type, change, flush };
}

/** One for as long as the page is open. What was typed last goes along when the page is left. */
export function useDraftEdit(dispatch: Dispatch<SavingEvent>): DraftEdit {
  const [edit] = useState(() => createDraftEdit(dispatch));
  useEffect(() => {
    // Before the saving's own listeners, which send what is written by then.
    const leave = () => flushSync(edit.flush);
    addEventListener("pagehide", leave, { capture: true });
    document.addEventListener("visibilitychange", leave, { capture: true });
    return () => {
      removeEventListener("pagehide", leave, { capture: true });
      document.removeEventListener("visibilitychange", leave, { capture: true });
      edit.flush();
    };
  }, [edit]);
  return edit;
}

export const DraftEditContext = createContext<DraftEdit>({ type: () => {}, change: () => {}, flush: () => {} });

export function useEdit(): DraftEdit {
  return useContext(DraftEditContext);
}
