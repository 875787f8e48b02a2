import { useEffect, useRef } from "react";
import { commandOf, type ReviewCommand } from "./review-keys.ts";

const typedInto = "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden]), [contenteditable=true]";

type Listening = {
  isPicking: boolean;
  hasSelection: boolean;
  /** Single keys can be switched off: some speak their commands, and some press keys they do not mean. */
  areOn: boolean;
  onCommand: (command: ReviewCommand) => void;
};

const isSingle = ({ type }: ReviewCommand) => ["level", "criterion", "evidence", "note", "next"].includes(type);

/** The keys of the review page, wherever on it the focus is; not while a dialog is open. */
export function useReviewKeys(listening: Listening) {
  const current = useRef(listening);
  useEffect(() => {
    current.current = listening;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { isPicking, hasSelection, areOn, onCommand } = current.current;
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || target?.closest("dialog[open]")) return;
      // On a button Enter and the arrows are the button's, also while words are picked.
      const isOnControl = target?.closest("button, a[href], summary, input") != null;
      const isTyping = target?.closest(typedInto) != null;
      const command = commandOf(event, { isTyping, isPicking: isPicking && !isOnControl, hasSelection });
      if (!command || (isSingle(command) && !areOn)) return;
      event.preventDefault();
      onCommand(command);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
