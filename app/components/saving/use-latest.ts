import { useEffect, useRef } from "react";

/** The value of the newest rendering, for what runs after it. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
