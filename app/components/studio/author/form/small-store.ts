import { useCallback, useSyncExternalStore } from "react";

/** A value that many parts of a page read a piece of; each is rendered anew only when its own piece changes. */
export type SmallStore<T> = { get: () => T; set: (next: T) => void; subscribe: (listener: () => void) => () => void };

export function createStore<T>(initial: T): SmallStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `piece` must give the same thing for as long as nothing has changed in it. */
export function useStore<T, Piece>(store: SmallStore<T>, piece: (value: T) => Piece): Piece {
  const read = useCallback(() => piece(store.get()), [store, piece]);
  return useSyncExternalStore(store.subscribe, read, read);
}
