import { Mic, Square } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { insertSpoken } from "./dictated.ts";
import { useDictation } from "./use-dictation.ts";
import "./speech.css";

type DictateProps = {
  text: string;
  onText: (text: string) => void;
  /** While the field cannot be written in, nothing is added to it. */
  isReadOnly: boolean;
};

/** Stands below a text field, in the same element, and writes into it what is said. Nothing where nothing is offered. */
export function Dictate({ text, onText, isReadOnly }: DictateProps) {
  const own = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const cursor = useRef<number | null>(null);
  // Words may settle faster than the page shows them: each goes into the newest text.
  const newest = useRef(text);
  const { isOffered, isListening, interim, fault, start, stop, drop } = useDictation((words) => {
    const { selectionStart, selectionEnd } = fieldBeside(own.current) ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    };
    const selected = cursor.current === null ? { start: selectionStart, end: selectionEnd } : at(cursor.current);
    const inserted = insertSpoken(newest.current, selected, words);
    newest.current = inserted.text;
    cursor.current = inserted.cursor;
    onText(inserted.text);
  });
  useEffect(() => {
    newest.current = text;
    if (cursor.current === null) return;
    fieldBeside(own.current)?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  }, [text]);
  useEffect(() => {
    if (isReadOnly) drop();
  }, [isReadOnly, drop]);
  if (!isOffered) return null;
  return (
    <div className="dictate" ref={own}>
      <Button
        type="button"
        look="bare"
        disabled={isReadOnly}
        aria-describedby={noteId}
        onClick={isListening ? stop : start}
      >
        {isListening ? <Square aria-hidden="true" /> : <Mic aria-hidden="true" />}
        {isListening ? "Stop listening" : "Dictate"}
      </Button>
      <p className="tiny muted" id={noteId}>
        Your browser turns speech into text, perhaps by a service of its maker. Only the text comes to us.
      </p>
      {isListening ? (
        <p className="dictate-heard small">
          {interim === "" ? <span className="muted">Listening</span> : <i>{interim} …</i>}
        </p>
      ) : null}
      <p className={fault ? "dictate-fault field-error" : "visually-hidden"} role="status">
        {fault ?? (isListening ? "Listening. What you say is written at the cursor." : "")}
      </p>
    </div>
  );
}

function fieldBeside(element: HTMLElement | null): HTMLTextAreaElement | null {
  return element?.parentElement?.querySelector("textarea") ?? null;
}

const at = (place: number) => ({ start: place, end: place });
