import { useEffect, type RefObject } from "react";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, select, input");
}

/** 1 to 4 press the four buttons of a form, wherever the focus is, except where somebody types. */
export function useRatingKeys(form: RefObject<HTMLFormElement>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isTyping(event.target)) return;
      if (!/^[1-4]$/.test(event.key)) return;
      form.current?.querySelector<HTMLButtonElement>(`button[value="${event.key}"]`)?.click();
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [form]);
}
