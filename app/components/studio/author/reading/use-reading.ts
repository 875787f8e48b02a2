import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { DraftFiles } from "#app/domain/authoring/draft.ts";
import { createStore, useStore, type SmallStore } from "../form/small-store.ts";
import { noNotes, notesByField, type FieldNotes, type NotesByField, type Reading } from "./reading.ts";

const restMs = 400;

type Read = {
  address: string;
  files: DraftFiles;
  sections: readonly { reference: string }[];
  /** As the server read the files that the page came with. */
  first: Reading;
};

const loadReader = () => import("./read-now.ts");

/** The reading of what is written now: the server's at first, the browser's own once typing has rested. */
export function useReading({ address, files, sections, first }: Read): Reading {
  const [reading, setReading] = useState(first);
  const known = useMemo(() => new Set(sections.map(({ reference }) => reference)), [sections]);
  const came = useRef(files);
  // Early, so that it is here when the network is not.
  useEffect(() => void loadReader().catch(() => {}), []);
  useEffect(() => {
    if (files === came.current) return;
    let isStale = false;
    const timer = setTimeout(() => {
      void loadReader().then(
        ({ readNow }) => {
          if (!isStale) setReading(readNow(address, files, known));
        },
        // Offline before the program has come: what was read last stays.
        () => {},
      );
    }, restMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [address, files, known]);
  return reading;
}

export const NotesContext = createContext<SmallStore<NotesByField>>(createStore<NotesByField>(new Map()));

/** Hands a reading to the fields: one is rendered anew only when something else is said about it. */
export function useNotesStore(reading: Reading): SmallStore<NotesByField> {
  const [store] = useState(() => createStore(notesByField(reading, new Map())));
  useEffect(() => store.set(notesByField(reading, store.get())), [store, reading]);
  return store;
}

export function useNotes(anchor: string): FieldNotes {
  const notes = useContext(NotesContext);
  return useStore(
    notes,
    useCallback((all) => all.get(anchor) ?? noNotes, [anchor]),
  );
}

/** How much there is to say about everything inside a part of the form, so that a closed part tells it. */
export function useCountInside(anchor: string): number {
  const notes = useContext(NotesContext);
  return useStore(
    notes,
    useCallback((all) => countInside(all, anchor), [anchor]),
  );
}

export function countInside(all: NotesByField, anchor: string): number {
  let count = 0;
  for (const [at, { problems, findings }] of all) {
    const next = at[anchor.length];
    if (at.startsWith(anchor) && (next === undefined || ".[/".includes(next)))
      count += problems.length + findings.length;
  }
  return count;
}
