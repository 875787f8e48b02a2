import { useEffect, useRef, useState } from "react";

type Playing = {
  number: number;
  count: number;
  /** How long the step that is shown stays. */
  stayMs: number;
  onStep: (number: number) => void;
};

export type Player = { isPlaying: boolean; toggle: () => void; stop: () => void };

/** Goes on by itself, step by step, until the last one or until it is stopped; at the end it begins anew. */
export function usePlayer({ number, count, stayMs, onStep }: Playing): Player {
  const [isPlaying, setPlaying] = useState(false);
  const step = useRef(onStep);
  useEffect(() => {
    step.current = onStep;
  });
  useEffect(() => {
    if (!isPlaying || number >= count) return;
    const timer = setTimeout(() => {
      step.current(number + 1);
      // Ended by the step that leads to the last one: beginning anew, the last one is still shown for a moment.
      if (number + 1 >= count) setPlaying(false);
    }, stayMs);
    return () => clearTimeout(timer);
  }, [isPlaying, number, count, stayMs]);
  const toggle = () => {
    if (!isPlaying && number >= count) onStep(1);
    setPlaying(!isPlaying);
  };
  return { isPlaying, toggle, stop: () => setPlaying(false) };
}

type Keys = { back: () => void; forward: () => void; play: () => void };

const takesKeys = "input, textarea, select, [contenteditable], [role=group][tabindex]";

/** Left and right step, P plays and stops; not while a field or a drawing that scrolls has the focus. */
export function useReplayKeys(keys: Keys) {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(takesKeys) !== null;
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.key === "ArrowLeft") current.current.back();
      else if (event.key === "ArrowRight") current.current.forward();
      else if (event.key === "p") current.current.play();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
