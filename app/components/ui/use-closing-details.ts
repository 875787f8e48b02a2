import { useEffect, type RefObject } from "react";

/** Lets a `details` that opens over the page close by Escape, and when the focus goes elsewhere. */
export function useClosingDetails(ref: RefObject<HTMLDetailsElement>) {
  useEffect(() => {
    const details = ref.current;
    if (details === null) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
    };
    details.addEventListener("keydown", press);
    details.addEventListener("focusout", leave);
    return () => {
      details.removeEventListener("keydown", press);
      details.removeEventListener("focusout", leave);
    };
  }, [ref]);
}
