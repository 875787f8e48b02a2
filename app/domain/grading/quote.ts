/** Words of a candidate and where they stand. */
import { z } from "zod";

/** Characters `start` to `end` of the text of turn `seq`. */
export const QuoteSchema = z.object({
  text: z.string(),
  seq: z.int(),
  start: z.int(),
  end: z.int(),
});
export type Quote = z.infer<typeof QuoteSchema>;
