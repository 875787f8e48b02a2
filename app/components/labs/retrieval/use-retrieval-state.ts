import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { knobPositions, type KnobName } from "#app/domain/retrieval/lab/knob-positions.ts";
import type { RetrievalLabView } from "#app/domain/retrieval/lab/lab-view.ts";
import { useLabState, type LabState } from "../use-lab-state.ts";

export type RetrievalState = {
  lab: LabState;
  /** The position a control shows: what was chosen last, also while the server computes with it. */
  positionOf: (knob: KnobName) => string;
  /** The id of the question of the set, empty for the reader's own. */
  chosen: string;
  own: string;
};

const againMs = 1_500;

/** The address is the state; the server computes, so what is shown of a run follows a moment after the knob. */
export function useRetrievalState(view: RetrievalLabView): RetrievalState {
  const lab = useLabState();
  const { params } = lab;
  useAgain(view.meaning.state === "working" || view.measured.meaning.state === "working");
  return {
    lab,
    positionOf: (knob) => {
      const positions: readonly string[] = knobPositions[knob];
      const written = params.get(knob)?.trim() ?? "";
      return positions.includes(written) ? written : view.texts[knob];
    },
    chosen: chosenIn(params, view),
    own: params.get("q") ?? "",
  };
}

function chosenIn(params: URLSearchParams, { choices, chosen }: RetrievalLabView): string {
  const asked = params.get("ask");
  if (asked !== null && choices.some(({ id }) => id === asked)) return asked;
  return params.has("q") ? "" : (chosen ?? "");
}

/** Asks the server again from time to time while it is computing. */
function useAgain(isWorking: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWorking || state !== "idle") return;
    const timer = setTimeout(revalidate, againMs);
    return () => clearTimeout(timer);
  }, [isWorking, state, revalidate]);
}
