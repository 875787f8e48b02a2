/**
 * The gate: a grader's levels on a scenario version are validated once people have given levels to enough sessions and
 * the low end of the interval of weighted kappa reaches the threshold. An assessment says how many and which.
 */
import { fewestForKappa, type GraderFigures, type MeasuredAgreement } from "./measured.ts";

export type GateRules = {
  gateKappa: number;
  gateLeast: number;
  /** Whose levels it is about; without it every grader that gave any has to pass. */
  grader?: string | null;
};

export type Gate = {
  isValidated: boolean;
  words: string;
  /** Sessions with people's levels beside the grader's. */
  n: number;
  /** Of the interval; null where there is none yet. */
  low: number | null;
};

const sessionsWords = (n: number) => `${n} ${n === 1 ? "session" : "sessions"}`;

function judgeGrader({ sessions: n, interval, notDefined }: GraderFigures, { gateKappa, gateLeast }: GateRules): Gate {
  const low = interval?.low ?? null;
  const not = (words: string) => ({ isValidated: false, words: `Not validated: ${words}`, n, low });
  if (n < gateLeast || (low === null && notDefined !== "one class")) {
    return not(
      `${sessionsWords(n)} with people’s levels beside the grader’s; at least ${Math.max(gateLeast, fewestForKappa)} are asked for.`,
    );
  }
  if (interval === null) {
    return not(`in ${sessionsWords(n)} every level is the same, so agreement beyond chance cannot be measured.`);
  }
  const range = `weighted kappa lies between ${interval.low.toFixed(2)} and ${interval.high.toFixed(2)}`;
  if (interval.low < gateKappa) {
    return not(`over ${sessionsWords(n)} ${range}; at least ${gateKappa.toFixed(2)} is asked for at its low end.`);
  }
  return { isValidated: true, words: `Validated: over ${sessionsWords(n)} ${range}.`, n, low };
}

const nothing: Gate = {
  isValidated: false,
  words: "Not validated: people’s levels have not been held against the grader’s on this scenario version yet.",
  n: 0,
  low: null,
};

/** Of several graders the one that is furthest from passing decides. */
export function judgeGate(report: MeasuredAgreement | null, rules: GateRules): Gate {
  const graders = (report?.graders ?? []).filter(({ grader }) => rules.grader == null || grader === rules.grader);
  const judged = graders.map((each) => judgeGrader(each, rules));
  const failing = judged.filter(({ isValidated }) => !isValidated).sort((a, b) => a.n - b.n);
  return failing[0] ?? judged.sort((a, b) => (a.low ?? 0) - (b.low ?? 0))[0] ?? nothing;
}
