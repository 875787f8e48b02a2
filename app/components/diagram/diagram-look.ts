export type DiagramTheme = "light" | "dark";

/** All that a drawing looks like, apart from what it shows. */
export type DiagramLook = { theme: DiagramTheme; isNarrow: boolean };

/** A frame narrower than this is narrow: what runs from left to right is turned, and labels wrap sooner. */
export const narrowPx = 500;

/** Drawn text is 13 px; a drawing is shown no smaller than 12 px text allows. */
export const smallestScale = 12 / 13;

/** Where a label wraps, and the gap between boxes that stand side by side. */
export const wideSpacing = { wrapPx: 140, besidePx: 32 };
export const narrowSpacing = { wrapPx: 92, besidePx: 16 };
