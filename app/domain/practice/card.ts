/**
 * Something missed that comes back. A card keeps its own words, because the scenario or drill it was made from may change
 * or go; its key names what it was made from, so that the same miss never makes a second card.
 */
import { z } from "zod";
import { approaches } from "../scenarios/approach.ts";
import type { GradeResult } from "../grading/grade.ts";
import { FactSchema, titleOf, type Check, type Scenario } from "../scenarios/schema.ts";
import type { Drill } from "./drill.ts";

const ReasonSchema = z.object({ asks: z.string(), met: z.array(z.string()).min(1), notMet: z.array(z.string()) });

const shared = {
  /** Where it comes from: the scenario's title, and one line about it. */
  title: z.string(),
  context: z.string(),
  question: z.string(),
  sources: z.array(z.string()),
  study: z.string().nullable(),
};

export const CardContentSchema = z.discriminatedUnion("kind", [
  z.object({
    ...shared,
    kind: z.literal("check"),
    slug: z.string(),
    /** The version of the scenario whose rubric the check is read in. */
    scenarioHash: z.string(),
    checkId: z.string(),
    counts: z.string(),
    reason: ReasonSchema,
  }),
  z.object({
    ...shared,
    kind: z.literal("number"),
    slug: z.string(),
    /** The sum as it should be, the result alone, and what was said in its place. */
    sum: z.string(),
    computed: z.string(),
    claimed: z.string(),
    facts: z.array(FactSchema.pick({ label: true, value: true, unit: true })),
  }),
  z.object({
    ...shared,
    kind: z.literal("drill"),
    drillId: z.string(),
    reasons: z.array(ReasonSchema.extend({ approach: z.enum(approaches) })).min(1),
  }),
]);
export type CardContent = z.infer<typeof CardContentSchema>;

export type NewCard = { key: string; content: CardContent };

const slugged = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "");

type Missed = { scenario: Scenario; scenarioHash: string; result: GradeResult };

function checkCard({ scenario, scenarioHash }: Missed, check: Check): NewCard {
  const { slug, title, summary, sources } = scenario;
  const { asks, met, notMet, probe, study } = check;
  return {
    key: `check:${slug}/${check.id}`,
    content: {
      kind: "check",
      slug,
      title,
      context: summary,
      question: probe,
      sources: [...sources],
      study,
      scenarioHash,
      checkId: check.id,
      counts: titleOf(check),
      reason: { asks, met, notMet },
    },
  };
}

function numberCards({ scenario, result }: Missed): NewCard[] {
  const { slug, title, summary, sources } = scenario;
  return result.findings.numbers.flatMap(({ verdict, computed, claimed, quote, reason }) =>
    verdict === "wrong" && computed !== null
      ? [
          {
            key: `number:${slug}/${slugged(computed)}`,
            content: {
              kind: "number" as const,
              slug,
              title,
              context: summary,
              question: `You said “${quote.text}”. It does not come out like that. What should it be, with its unit?`,
              sources: [...sources],
              study: null,
              sum: reason,
              computed,
              claimed,
              facts: scenario.facts.map(({ label, value, unit }) => ({ label, value, unit })),
            },
          },
        ]
      : [],
  );
}

/** What a graded session leaves to come back: each check that is not met in full, and each sum that was wrong. */
export function cardsFromGrade(missed: Missed): NewCard[] {
  const verdicts = new Map(
    missed.result.criteria.flatMap(({ checks }) => checks.map(({ id, verdict }) => [id, verdict] as const)),
  );
  const checks = missed.scenario.rubric.criteria.flatMap((criterion) => criterion.checks);
  return [
    ...checks.filter(({ id }) => verdicts.has(id) && verdicts.get(id) !== "met").map((each) => checkCard(missed, each)),
    ...numberCards(missed),
  ];
}

export function cardFromDrill(drill: Drill): NewCard {
  return {
    key: `drill:${drill.id}`,
    content: {
      kind: "drill",
      title: "A drill",
      context: drill.situation,
      question: "Which approach, and which one condition decides it?",
      sources: drill.sources,
      study: drill.study,
      drillId: drill.id,
      reasons: drill.accepts.map(({ approach, condition, met, notMet }) => ({
        approach,
        asks: condition,
        met,
        notMet,
      })),
    },
  };
}
