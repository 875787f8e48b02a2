import { useLayoutEffect, type RefObject } from "react";

/** React warns about layout effects on the server, where there is nothing to lay out. */
const useBrowserLayoutEffect = typeof document === "undefined" ? () => {} : useLayoutEffect;

/** Lets a text field be as high as its text, within what its style allows, where the browser does not do so itself. */
export function useFittingHeight(ref: RefObject<HTMLTextAreaElement>, value: string) {
  useBrowserLayoutEffect(() => {
    const field = ref.current;
    if (field === null || CSS.supports?.("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }, [ref, value]);
}
