/**
 * What a team lets a candidate see of the result: levels in the rubric's words, coaching words that a person wrote, and
 * where to read about what was missing, each only if the assessment's policy says so. It is sent by a person and kept as
 * it was sent; a later version stands beside the earlier. The reason of a decision is never part of it.
 */
import { z } from "zod";
import { describeLevel, linkTo } from "../grading/scorecard/grade-view.ts";
import type { StudyPage } from "../content/schema.ts";
import { titleOfCriterion, type Criterion, type Rubric } from "../scenarios/schema.ts";
import { FeedbackPolicySchema, type FeedbackPolicy } from "./assessment.ts";
import { givenWords } from "./given-words.ts";

export const mostFeedbackChars = 6_000;
const topLevel = 4;

const StudyPlaceSchema = z.object({ href: z.string(), title: z.string() });

const FeedbackCriterionSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Null where levels are not let out, or none could be given. */
  level: z.int().min(0).max(topLevel).nullable(),
  says: z.string().nullable(),
  /** What would lift it; null at the top, and where levels are not let out. */
  lift: z.string().nullable(),
  study: z.array(StudyPlaceSchema),
});
export type FeedbackCriterion = z.infer<typeof FeedbackCriterionSchema>;

const FeedbackPartSchema = z.object({
  sessionId: z.string(),
  title: z.string(),
  criteria: z.array(FeedbackCriterionSchema),
});

const FeedbackVersionSchema = z.object({
  sentAt: z.iso.datetime(),
  policy: FeedbackPolicySchema,
  parts: z.array(FeedbackPartSchema),
  words: z.string().nullable(),
});
export type FeedbackVersion = z.infer<typeof FeedbackVersionSchema>;

/** Oldest first: the last is what the candidate sees. */
export const SentFeedbackSchema = z.object({ versions: z.array(FeedbackVersionSchema).min(1) });

export const FeedbackWordsSchema = givenWords({ most: mostFeedbackChars });

/** One session of the candidacy with the levels that count, by criterion id. */
export type SettledPart = {
  sessionId: string;
  title: string;
  rubric: Rubric;
  levels: Readonly<Record<string, number | null>>;
};

/** A level below it may still describe a mistake, which would be no advice. */
const soundLevel = 3;

/** What a sound answer does, or, of one that is sound, what the best does. */
function liftOf({ levels }: Criterion, level: number | null): string | null {
  if (level === null || level >= topLevel) return null;
  return describeLevel(levels, Math.max(level + 1, soundLevel));
}

function studyOf({ checks }: Criterion, pages: readonly StudyPage[]): z.infer<typeof StudyPlaceSchema>[] {
  const places = new Map<string, string>();
  for (const { study } of checks) {
    const link = linkTo(study, pages);
    if (link) places.set(link.href, `${link.pageTitle}, ${link.sectionTitle}`);
  }
  return [...places].map(([href, title]) => ({ href, title }));
}

type Wanted = { policy: FeedbackPolicy; pages: readonly StudyPage[] };

export function feedbackOn(criterion: Criterion, level: number | null, { policy, pages }: Wanted): FeedbackCriterion {
  const isTold = policy.levels && level !== null;
  return {
    id: criterion.id,
    title: titleOfCriterion(criterion),
    level: isTold ? level : null,
    says: isTold ? describeLevel(criterion.levels, level) : null,
    lift: policy.levels ? liftOf(criterion, level) : null,
    study: policy.study && level !== topLevel ? studyOf(criterion, pages) : [],
  };
}

/** What would be sent: only what the policy allows is in it, so that nothing else can be read out of what is kept. */
export function composeFeedback(
  parts: readonly SettledPart[],
  { words, sentAt, ...wanted }: Wanted & { words: string; sentAt: string },
): FeedbackVersion {
  return {
    sentAt,
    policy: wanted.policy,
    parts: parts.map(({ sessionId, title, rubric, levels }) => ({
      sessionId,
      title,
      criteria: rubric.criteria.map((each) => feedbackOn(each, levels[each.id] ?? null, wanted)),
    })),
    words: wanted.policy.words && words !== "" ? words : null,
  };
}

/** How many levels that were let out do not count any more. */
export function countChangedSince({ policy, parts }: FeedbackVersion, settled: readonly SettledPart[]): number {
  if (!policy.levels) return 0;
  const changed = parts.flatMap(({ sessionId, criteria }) => {
    const levels = settled.find((part) => part.sessionId === sessionId)?.levels ?? {};
    return criteria.filter(({ id, level }) => level !== (levels[id] ?? null));
  });
  return changed.length;
}

/** Whether there is anything in it to read. */
export function hasFeedback({ policy }: Pick<FeedbackVersion, "policy">): boolean {
  return policy.levels || policy.words || policy.study;
}

const mostSuggested = 4;

/**
 * A start for the words: what would have added most, by weight and by how far it was from the top, in the rubric's words.
 * It names no level, so that it can be sent where levels are not.
 */
export function suggestWords(parts: readonly SettledPart[]): string {
  const lifts = parts
    .flatMap(({ rubric, levels }) =>
      rubric.criteria.flatMap((criterion) => {
        const level = levels[criterion.id] ?? null;
        const lift = liftOf(criterion, level);
        if (level === null || lift === null) return [];
        return [{ title: titleOfCriterion(criterion), lift, worth: criterion.weight * (topLevel - level) }];
      }),
    )
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostSuggested);
  if (lifts.length === 0)
    return "Thank you for the time you gave to this. Your answers reached the top of every criterion.";
  const lines = lifts.map(({ title, lift }) => `${title}. What would lift it: ${lift}`);
  return ["Thank you for the time you gave to this.", "What would have added most to your answers:", ...lines].join(
    "\n\n",
  );
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
const fewestToTell = 20;

/** Whether the words repeat the reason of a decision, which is the team's own. */
export function tellsReason(words: string, reasons: readonly string[]): boolean {
  const said = squeezed(words);
  return reasons.map(squeezed).some((reason) => reason.length >= fewestToTell && said.includes(reason));
}

/** The levels a version was made of: what was looked at before it is sent must be what is sent. */
export function fingerprintOf(parts: readonly SettledPart[]): string {
  return parts
    .flatMap(({ sessionId, rubric, levels }) =>
      rubric.criteria.map(({ id }) => `${sessionId}/${id}=${levels[id] ?? "none"}`),
    )
    .join(" ");
}
