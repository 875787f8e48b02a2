import { createContext, useCallback, useContext, useEffect, useState } from "react";
import { anchorsAround, movedAnchors } from "./anchors.ts";
import { createStore, useStore, type SmallStore } from "./small-store.ts";

/** Which parts of the form are open, and where the focus is to go once they are. */
type OpenParts = { open: ReadonlySet<string>; target: string | null };

export const OpenContext = createContext<SmallStore<OpenParts>>(
  createStore<OpenParts>({ open: new Set(), target: null }),
);

export function useOpenStore(): SmallStore<OpenParts> {
  const [store] = useState(() => createStore<OpenParts>({ open: new Set(), target: null }));
  return store;
}

export function useIsOpen(anchor: string): [boolean, (isOpen: boolean) => void] {
  const store = useContext(OpenContext);
  const isOpen = useStore(
    store,
    useCallback(({ open }) => open.has(anchor), [anchor]),
  );
  const set = useCallback(
    (wanted: boolean) => {
      const open = new Set(store.get().open);
      if (wanted) open.add(anchor);
      else open.delete(anchor);
      store.set({ ...store.get(), open });
    },
    [store, anchor],
  );
  return [isOpen, set];
}

export type Leading = {
  /** Opens whatever a field stands in and takes the focus there. */
  reveal: (anchor: string) => void;
  /** Takes the focus to what is there already, or is about to be. */
  focus: (anchor: string) => void;
  /** The items of a list have new places; -1 is a place no more. */
  moved: (list: string, to: (at: number) => number) => void;
};

export function useLeading(): Leading {
  const store = useContext(OpenContext);
  const reveal = useCallback(
    (anchor: string) => {
      const open = new Set([...store.get().open, ...anchorsAround(anchor)]);
      store.set({ open, target: anchor });
    },
    [store],
  );
  const focus = useCallback((target: string) => store.set({ ...store.get(), target }), [store]);
  const moved = useCallback(
    (list: string, to: (at: number) => number) =>
      store.set({ ...store.get(), open: movedAnchors(store.get().open, list, to) }),
    [store],
  );
  return { reveal, focus, moved };
}

const targetOf = ({ target }: OpenParts) => target;

/** Takes the focus to the target once it is there; a field that is gone leads nowhere. */
export function useFocusOnTarget(): void {
  const store = useContext(OpenContext);
  const target = useStore(store, targetOf);
  useEffect(() => {
    if (target === null) return;
    // What opens is drawn in this turn; what an edit adds comes with the next.
    const timer = setTimeout(() => {
      store.set({ ...store.get(), target: null });
      const element = document.getElementById(target);
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [store, target]);
}
