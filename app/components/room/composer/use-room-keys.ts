import { useEffect, useRef } from "react";

export type RoomKeys = {
  toggleKind: () => void;
  toggleDiagram: () => void;
  takeHint: () => void;
  showKeys: () => void;
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, select, input:not([type=radio])"))
  );
}

/**
 * The keys of the room. Letters go by their place on the keyboard, since Alt turns them into other signs on some; AltGr,
 * which counts as Ctrl and Alt, is left to what it types.
 */
export function useRoomKeys(keys: RoomKeys) {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const altOnly = event.altKey && !event.ctrlKey && !event.metaKey;
      const isQuestionMark = event.key === "?" && !event.altKey && !event.ctrlKey && !isTyping(event.target);
      if (altOnly && event.code === "KeyQ") current.current.toggleKind();
      else if (altOnly && event.code === "KeyD") current.current.toggleDiagram();
      else if (altOnly && event.code === "KeyH") current.current.takeHint();
      else if (isQuestionMark) current.current.showKeys();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
