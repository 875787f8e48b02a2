import { useEffect, useRef, useState, type RefObject } from "react";
import type { ReviewQuote } from "#app/domain/review/quotes.ts";
import type { ReviewCommand } from "./keys/review-keys.ts";
import type { Quoting } from "./reading/use-quoting.ts";
import type { BlindReviewView } from "./review-view.ts";
import { criterionHeadId, noteId } from "./rubric/criterion-part.tsx";
import { finishId } from "./rubric/finish-part.tsx";
import type { ReviewSaving } from "./saving/review-saving.ts";
import type { Editing } from "./use-editing.ts";
import type { Finishing } from "./use-finishing.ts";

type Wanted = {
  review: Pick<BlindReviewView, "criteria">;
  controls: Pick<Editing, "openId" | "open" | "setLevel" | "take"> & { state: Pick<ReviewSaving, "rival"> };
  quoting: Quoting;
  finishing: Pick<Finishing, "todo">;
  /** On a narrow page transcript and rubric take turns. */
  showPane: (pane: "transcript" | "rubric") => void;
  showKeys: () => void;
};

export type Commands = {
  run: (command: ReviewCommand) => void;
  /** Opens a criterion and leads to it. */
  goTo: (id: string) => void;
  takeQuotes: (quotes: readonly ReviewQuote[]) => void;
  /** Said aloud to whoever does not see it. */
  said: string;
  bar: RefObject<HTMLDivElement>;
};

const chooseFirst = "Choose first which version to keep.";

/** What the keys and the buttons of the page do, with the focus where it belongs afterwards. */
export function useCommands(wanted: Wanted): Commands {
  const { review, controls, quoting, finishing, showPane, showKeys } = wanted;
  const { criteria } = review;
  const { openId, open } = controls;
  const at = criteria.findIndex(({ id }) => id === openId);
  const [said, setSaid] = useState("");
  const focusSoon = useFocusSoon();

  const goTo = (id: string, focus = criterionHeadId(id)) => {
    showPane("rubric");
    open(id);
    focusSoon(focus);
  };
  const { takeQuotes, startPicking, clear, bar } = useTaking(wanted, setSaid);
  const next = () => {
    const places = finishing.todo.map(({ criterion }) => criteria.findIndex(({ id }) => id === criterion));
    const place = places.find((each) => each > at) ?? places[0];
    const criterion = place === undefined ? undefined : criteria[place];
    if (criterion) return goTo(criterion.id);
    showPane("rubric");
    focusSoon(finishId);
  };
  const setLevel = (level: number | null) => {
    const criterion = criteria[at];
    if (!criterion) return setSaid("No criterion is open.");
    if (controls.state.rival) return setSaid(chooseFirst);
    controls.setLevel(criterion.id, level);
    setSaid(`${criterion.key}: ${level === null ? "cannot tell" : `level ${level}`}.`);
  };

  const run = (command: ReviewCommand) => {
    const criterion = criteria[at];
    switch (command.type) {
      case "level":
        return setLevel(command.level);
      case "criterion": {
        const other = criteria[at === -1 ? 0 : Math.max(0, Math.min(criteria.length - 1, at + command.step))];
        return other && goTo(other.id);
      }
      case "evidence":
        return quoting.places.length > 0 ? takeQuotes(quoting.quotes()) : startPicking();
      case "note":
        return criterion && goTo(criterion.id, noteId(criterion.id));
      case "next":
        return next();
      case "keys":
        return showKeys();
      case "pick":
        return quoting.move(command.move);
      case "take":
        return takeQuotes(quoting.quotes());
      case "clear":
        return clear();
      case "leave-note":
        return criterion && focusSoon(criterionHeadId(criterion.id));
    }
  };
  return { run, goTo, takeQuotes, said, bar };
}

/** Taking words of the candidate as evidence for the open criterion. */
function useTaking({ review: { criteria }, controls, quoting, showPane }: Wanted, say: (said: string) => void) {
  const { bar, remember, giveBack } = useBarFocus(quoting);
  const clear = () => {
    quoting.clear();
    giveBack();
  };
  const takeQuotes = (quotes: readonly ReviewQuote[]) => {
    const criterion = criteria.find(({ id }) => id === controls.openId) ?? criteria[0];
    if (!criterion) return;
    if (controls.state.rival) return say(chooseFirst);
    if (quotes.length === 0)
      return say("There is nothing of the candidate’s words to take, or more than a quote holds.");
    const isTaken = controls.take(criterion.id, quotes);
    controls.open(criterion.id);
    say(isTaken ? `Taken as evidence for ${criterion.key}.` : `${criterion.key} has no room for more quotes.`);
    clear();
  };
  const startPicking = () => {
    remember();
    showPane("transcript");
    quoting.startPicking();
  };
  return { takeQuotes, startPicking, clear, bar };
}

/** Focuses an element that may only be there, or be shown, after the next rendering. */
function useFocusSoon(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  useEffect(() => {
    if (wanted) document.getElementById(wanted.id)?.focus();
  }, [wanted]);
  return (id) => setWanted({ id });
}

/** While words are picked by keys their bar has the focus; afterwards it is where it was. */
function useBarFocus({ isPicking }: Quoting) {
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (isPicking) bar.current?.focus({ preventScroll: true });
  }, [isPicking]);
  return {
    bar,
    remember: () => {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    giveBack: () => {
      before.current?.focus({ preventScroll: true });
      before.current = null;
    },
  };
}
