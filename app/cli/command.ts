/** What a subcommand of `tradeoff` is, and how it ends: 0 done, 1 the answer is negative, 2 wrong usage or input. */
export type Outcome = {
  exitCode: 0 | 1;
  /** What `--json` prints. */
  json: unknown;
  /** What a person reads. */
  text: string;
};

export type Command = {
  usage: string;
  does: string;
  run: (args: string[]) => Promise<Outcome>;
};

/** Wrong usage or input, with one clear line. */
export class UsageError extends Error {}
