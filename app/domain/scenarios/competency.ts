/**
 * The seven things a good answer shows. A criterion of a rubric belongs to exactly one of them.
 */
export const competencies = [
  "framing",
  "decision",
  "architecture",
  "economics",
  "evaluation",
  "operations",
  "communication",
] as const;

export type Competency = (typeof competencies)[number];

export const competencyName: Record<Competency, string> = {
  framing: "Framing the need",
  decision: "Deciding conditions",
  architecture: "How it works",
  economics: "Costs and numbers",
  evaluation: "Proving it works",
  operations: "Keeping it running",
  communication: "Making the case",
};
