import { useEffect, useRef, type Dispatch } from "react";
import type { DeviceStore } from "./device-store.ts";
import type { Restored } from "./save-progress.ts";

type Keeping<Kept> = {
  store: DeviceStore<Kept>;
  key: string;
  /** What the server does not have; the same object until it changes. */
  kept: Kept | null;
  /** Before anything was made or put back, what the device has is not this page's to change. */
  isUntouched: boolean;
  dispatch: Dispatch<Restored<Kept>>;
};

/** The device holds what the server does not have, and forgets it once it does. */
export function useKeptOnDevice<Kept>({ store, key, kept, isUntouched, dispatch }: Keeping<Kept>): void {
  const own = useRef<Kept | null>(null);
  useEffect(() => {
    own.current = store.find(key);
    if (own.current) dispatch({ type: "restored", kept: own.current, nowMs: Date.now() });
  }, [store, key, dispatch]);

  useEffect(() => {
    if (isUntouched) return;
    if (kept) store.keep(key, kept);
    else if (own.current) store.forget(key, own.current);
    own.current = kept;
  }, [store, key, kept, isUntouched]);
}
