import type { SourceChange } from "../palette/insert-part.ts";

/** Where a source is edited, be it the editor or the plain field: what the parts around it may ask of it. */
export type SourceSurface = {
  /** The place in the text where the next thing goes. */
  cursor: () => number;
  /** Changes the text as a person would, takes the focus and selects. */
  change: (change: SourceChange) => void;
  /** Puts the cursor on a line, counted from 1, and takes the focus. */
  goToLine: (line: number) => void;
};
