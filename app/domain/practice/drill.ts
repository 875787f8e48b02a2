/**
 * A drill: one situation, one minute, an approach and the one condition that decides. The rows of the material's quick
 * tables are drills, and more like them; where the sources disagree, several approaches are accepted, each with its own
 * condition. What counts is the reason, never the approach by itself.
 */
import { seedOf } from "../simulator/seeded-random.ts";
import { z } from "zod";
import type { Problem } from "../scenarios/problem.ts";
import { approaches, type Approach } from "../scenarios/approach.ts";
import { SourceSchema, StudyReferenceSchema, VerdictSchema } from "../scenarios/schema.ts";
import type { WrittenFile } from "../scenarios/written-file.ts";
import { readList } from "../content/written-list.ts";

export const drillsFile = "drills.yaml";
export const drillMs = 60_000;
/** A request under way when the minute is up still counts. */
export const drillGraceMs = 3_000;

const ApproachSchema = z.enum(approaches);
const text = z.string().trim().min(1, "must not be empty");
const situationWords = { least: 40, most: 70 };

function countWords(words: string): number {
  return words.split(/\s+/).filter(Boolean).length;
}

const SituationSchema = text.superRefine((situation, context) => {
  const words = countWords(situation);
  if (words >= situationWords.least && words <= situationWords.most) return;
  const { least, most } = situationWords;
  context.addIssue({ code: "custom", message: `must be ${least} to ${most} words long, and has ${words}` });
});

const AcceptedSchema = z.strictObject({
  approach: ApproachSchema,
  /** The deciding condition, as one sentence. */
  condition: text,
  /** Ways of saying it, and what comes near without being it. */
  met: z.array(text).min(4, "needs 4 to 6 phrasings").max(6, "needs 4 to 6 phrasings"),
  notMet: z.array(text).min(2, "needs 2 or 3 near misses").max(3, "needs 2 or 3 near misses"),
});

const ExampleSchema = z.strictObject({ approach: ApproachSchema, reason: text });

export const DrillSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens"),
    /** The row of the material it comes from, where it comes from one. */
    row: z
      .string()
      .regex(/^[UH]\d+$/, "must be a row of the material, as U19")
      .optional(),
    situation: SituationSchema,
    accepts: z.array(AcceptedSchema).min(1),
    /** For every approach that is not accepted, why not, in one sentence. */
    wrong: z.partialRecord(ApproachSchema, text),
    sources: z.array(SourceSchema).min(1),
    study: StudyReferenceSchema,
    /** Who says what, where the sources disagree. */
    disputed: z
      .array(z.strictObject({ source: SourceSchema, says: text }))
      .min(2)
      .optional(),
    /** Two answers by the author to hold the grader against; no reader sees them. */
    examples: z.strictObject({ right: ExampleSchema, wrong: ExampleSchema }),
  })
  .superRefine(({ accepts, wrong, examples }, context) => {
    const accepted = accepts.map(({ approach }) => approach);
    for (const approach of approaches) {
      const named = accepted.filter((each) => each === approach).length + (approach in wrong ? 1 : 0);
      if (named === 1) continue;
      const message =
        named === 0 ? "is missing: say why not, or accept it" : "is both accepted and wrong, or twice accepted";
      context.addIssue({ code: "custom", path: ["wrong", approach], message });
    }
    if (!accepted.includes(examples.right.approach)) {
      context.addIssue({
        code: "custom",
        path: ["examples", "right", "approach"],
        message: "must be one that is accepted",
      });
    }
  });
export type Drill = z.infer<typeof DrillSchema>;

/** The drills of the file; one that is broken leaves the others to be served. Never throws. */
export function parseDrills(file: WrittenFile): { drills: Drill[]; problems: Problem[] } {
  const { entries, problems } = readList(file, { name: "drills", schema: DrillSchema });
  return { drills: entries, problems };
}

/** Drills that send a reader to a section that does not exist. */
export function findDanglingDrills(drills: readonly Drill[], sections: ReadonlySet<string>): Problem[] {
  return drills.flatMap(({ id, study }, at) =>
    sections.has(study)
      ? []
      : [
          {
            file: drillsFile,
            field: `drills[${at}] (${id}).study`,
            message: `leads to a section that does not exist: ${study}`,
            severity: "error" as const,
          },
        ],
  );
}

export const drillOutcomes = ["right", "partly", "reason_missing", "other_approach"] as const;
export const DrillOutcomeSchema = z.enum(drillOutcomes);
export type DrillOutcome = z.infer<typeof DrillOutcomeSchema>;

export const DrillResultSchema = z.object({
  outcome: DrillOutcomeSchema,
  verdict: VerdictSchema,
  quotes: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
  overTime: z.boolean(),
  tookMs: z.int().min(0),
});
export type DrillResult = z.infer<typeof DrillResultSchema>;

export type PastAttempt = { drillId: string; outcome: DrillOutcome; at: string };

/** The order in which drills come to a person: those not seen, in an order of their own; then missed ones; then the rest. */
export function orderDrills<D extends Pick<Drill, "id">>(
  drills: readonly D[],
  past: readonly PastAttempt[],
  person: string,
): D[] {
  const latest = new Map<string, PastAttempt>();
  for (const attempt of past) {
    if ((latest.get(attempt.drillId)?.at ?? "") <= attempt.at) latest.set(attempt.drillId, attempt);
  }
  const groupOf = (id: string) => {
    const last = latest.get(id);
    if (!last) return 0;
    return last.outcome === "right" ? 2 : 1;
  };
  const keyOf = (id: string) => latest.get(id)?.at ?? String(seedOf(`${person} ${id}`)).padStart(10, "0");
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  return drills.toSorted(
    (a, b) => groupOf(a.id) - groupOf(b.id) || compare(keyOf(a.id), keyOf(b.id)) || compare(a.id, b.id),
  );
}

/** What is left of the minute; a clock set back gives no more than the minute. */
export function drillRemainingMs(startedAt: Date, now: Date): number {
  return Math.max(0, Math.min(drillMs, drillMs - (now.getTime() - startedAt.getTime())));
}

export function acceptedBy({ accepts }: Drill, approach: Approach) {
  return accepts.find((each) => each.approach === approach) ?? null;
}
