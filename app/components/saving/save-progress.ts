/** How far work that is saved while it is made has come: what every state machine of saving knows beside the work itself. */

export type Failing<Kind> = { kind: Kind; sinceMs: number; failures: number };

export type SaveProgress<Work, Trouble> = {
  sending: Work | null;
  /** Sent, and no receipt came. */
  unanswered: readonly Work[];
  firstEditMs: number;
  lastEditMs: number;
  trouble: Trouble | null;
  /** `away` while there is no network; `back` once what was made meanwhile has been saved. */
  network: "steady" | "away" | "back";
};

export type Failed<Kind> = { type: "failed"; trouble: Kind; nowMs: number };

/** This device has kept what could not be saved before. */
export type Restored<Kept> = { type: "restored"; kept: Kept; nowMs: number };

export const noProgress = {
  sending: null,
  unanswered: [],
  firstEditMs: 0,
  lastEditMs: 0,
  trouble: null,
  network: "steady",
} as const;

type Before = Pick<SaveProgress<unknown, { failures: number }>, "trouble" | "network">;

/** The server has what was sent. */
export function afterReceipt({ network }: Pick<Before, "network">) {
  return { sending: null, unanswered: [], trouble: null, network: network === "away" ? "back" : "steady" } as const;
}

export function afterFailure<Kind extends string>(
  { trouble, network }: Before,
  { trouble: kind, nowMs }: Failed<Kind>,
) {
  const failing: Failing<Kind> = { kind, sinceMs: nowMs, failures: (trouble?.failures ?? 0) + 1 };
  return { sending: null, trouble: failing, network: kind === "offline" ? ("away" as const) : network };
}
