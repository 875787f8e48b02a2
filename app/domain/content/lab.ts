/**
 * The labs, by the last part of their address, and what each computes: pages, terms and figures lead to them.
 */
export const labNames = ["decide", "cost", "latency", "retrieval", "tuning"] as const;
export type LabName = (typeof labNames)[number];

/** Each lab as a link to it says. */
export const labWords: Record<LabName, string> = {
  decide: "Put one situation through every published procedure",
  cost: "Compute the cost models, and where they cross",
  latency: "Compute where the time goes, and what a cache changes",
  retrieval: "Turn the knobs of a live retrieval pipeline",
  tuning: "Train a small network, and watch what it forgets",
};
