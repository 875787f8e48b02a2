/**
 * What a person writes for the record or for another to read: as it can be stored, without the space around it, and of a
 * length within bounds.
 */
import { z } from "zod";
import { storable } from "../text/storable.ts";

type Bounds = { fewest?: number; most: number; ask?: string };

/** `ask` is said of less than the fewest characters. */
export const givenWords = ({ fewest = 0, most, ask }: Bounds) =>
  z
    .string()
    .transform((text) => storable(text).trim())
    .pipe(
      z
        .string()
        .min(fewest, ask)
        .max(most, `At most ${most.toLocaleString("en-GB")} characters.`),
    );
