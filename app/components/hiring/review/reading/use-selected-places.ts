import { useEffect, useState, type RefObject } from "react";
import type { Place } from "./picking.ts";
import { selectedPlaces } from "./selected-places.ts";

/** A tap on a button ends a selection before the button hears of it. */
const lingerMs = 300;

const none: readonly Place[] = [];

/** The candidate's words that are selected by mouse, by touch or by the browser's own caret. */
export function useSelectedPlaces(transcript: RefObject<HTMLElement>): readonly Place[] {
  const [places, setPlaces] = useState(none);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const change = () => {
      clearTimeout(timer);
      const found = transcript.current ? selectedPlaces(getSelection(), transcript.current) : none;
      if (found.length > 0) setPlaces(found);
      else timer = setTimeout(() => setPlaces(none), lingerMs);
    };
    document.addEventListener("selectionchange", change);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", change);
    };
  }, [transcript]);
  return places;
}
