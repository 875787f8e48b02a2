/**
 * The fixed positions of each knob of the retrieval lab: few enough that every setting can be computed when it is asked
 * for. They hold what the sources print: k = 60, 0.7/0.3, top 10 and top 4, 0.72.
 */
export const knobPositions = {
  size: ["45", "90", "180", "360"],
  overlap: ["0", "20", "40"],
  words: ["on", "off"],
  meaning: ["on", "off"],
  fusion: ["ranks", "weights", "none"],
  k: ["1", "10", "60", "200"],
  rerank: ["0", "10", "20", "40"],
  top: ["1", "3", "5", "10", "20"],
  bar: ["shipped", "0", "0.1", "0.2", "0.5", "0.72", "0.9"],
  budget: ["250", "500", "1000", "2000", "4000"],
} as const;
export type KnobName = keyof typeof knobPositions;
export const knobNames = Object.keys(knobPositions) as KnobName[];

/** A position of every knob, as written. */
export type KnobTexts = { [Name in KnobName]: (typeof knobPositions)[Name][number] };
