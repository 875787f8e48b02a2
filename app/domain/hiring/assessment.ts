/**
 * An assessment: one or more scenario versions that a hiring team has chosen, taken by whoever is invited, under rules
 * that are said to them before they start.
 */
import { z } from "zod";
import { InvitedAddressSchema } from "#app/domain/accounts/invitation.ts";
import { AddressSchema } from "#app/domain/scenarios/address.ts";
import { oneLine } from "#app/domain/text/one-line.ts";
import { givenWords } from "./given-words.ts";

export const mostReviewers = 5;
export const mostParts = 6;
export const mostAttempts = 3;
export const mostRetentionDays = 730;
export const fewestMinutes = 5;
export const mostMinutes = 180;
/** Below five sessions a figure of agreement would tell the level of one. */
export const fewestForGate = 5;
const mostForGate = 1_000;
const longestName = 120;
export const longestAbout = 4_000;

/** What the team lets a candidate see of the result, each only once a person has let it out. */
export const FeedbackPolicySchema = z.object({
  levels: z.boolean(),
  words: z.boolean(),
  study: z.boolean(),
  appeal: z.boolean(),
});
export type FeedbackPolicy = z.infer<typeof FeedbackPolicySchema>;

/** Whether candidates are told that they can contest a level: only where they are shown something. */
export function promisesAppeal({ levels, words, study, appeal }: FeedbackPolicy): boolean {
  return appeal && (levels || words || study);
}

const whole = (least: number, most: number) => {
  const words = `Enter a whole number from ${least} to ${most}.`;
  return z.int(words).min(least, words).max(most, words);
};

/** A day as a form's date field writes it. */
export const DaySchema = z.iso.date("Enter a day as 2026-11-30.");

/** A scenario version, and how long it is given; without minutes, as long as its author says. */
const ChosenPartSchema = z.object({
  scenarioHash: z.string().min(1).max(100),
  minutes: whole(fewestMinutes, mostMinutes).nullable(),
});

const between0And1 = "Enter a number from 0 to 1, such as 0.6.";

/** What may change for as long as the assessment is there. */
export const AssessmentChangesSchema = z.object({
  name: z
    .string()
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(2, "Give it a name of at least two characters.")
        .max(longestName, `At most ${longestName} letters.`),
    ),
  deadline: DaySchema.nullable(),
  about: givenWords({ most: longestAbout }),
  contact: z.union([z.literal(""), InvitedAddressSchema], "Enter an e-mail address such as ada@example.com."),
  reviewersPerSession: whole(1, mostReviewers),
  gateKappa: z.number(between0And1).min(0, between0And1).max(1, between0And1),
  gateLeast: whole(fewestForGate, mostForGate),
  hideUnvalidated: z.boolean(),
  feedback: FeedbackPolicySchema,
});
export type AssessmentChanges = z.infer<typeof AssessmentChangesSchema>;

/** Everything: what a draft holds. It may be unfinished, as `listMissing` says before it is opened. */
export const AssessmentSettingsSchema = AssessmentChangesSchema.extend({
  parts: z.array(ChosenPartSchema).max(mostParts, `Choose at most ${mostParts} scenarios.`),
  attempts: whole(1, mostAttempts),
  retentionDays: whole(1, mostRetentionDays),
  modelMayGrade: z.boolean(),
  warmUp: AddressSchema.nullable(),
});
export type AssessmentSettings = z.infer<typeof AssessmentSettingsSchema>;

export const newSettings: AssessmentSettings = {
  name: "",
  parts: [],
  attempts: 1,
  deadline: null,
  retentionDays: 180,
  reviewersPerSession: 2,
  modelMayGrade: false,
  gateKappa: 0.6,
  gateLeast: 20,
  hideUnvalidated: false,
  feedback: { levels: true, words: true, study: true, appeal: true },
  warmUp: null,
  about: "",
  contact: "",
};

/** A deadline is a day: things may begin until its last moment in UTC. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.999Z`);
}

export function dayOf(deadline: Date): string {
  return deadline.toISOString().slice(0, 10);
}

type Begun = { state: "draft" | "open" | "closed"; deadline: Date | null };

/** Whether something may begin: an interview, or somebody's whole way. What is under way goes on either way. */
export function isTaking({ state, deadline }: Begun, now: Date): boolean {
  return state === "open" && (deadline === null || now.getTime() <= deadline.getTime());
}

type Complete = Pick<AssessmentSettings, "contact" | "warmUp"> & {
  deadline: Date | null;
  parts: readonly { slug: string }[];
};

/** What is missing before candidates may be let in, in sentences. */
export function listMissing({ contact, warmUp, deadline, parts }: Complete, now: Date): string[] {
  const missing: string[] = [];
  if (parts.length === 0) missing.push("Choose at least one scenario.");
  if (contact === "") missing.push("Give an address that candidates can ask about accommodation and deletion.");
  if (deadline !== null && deadline.getTime() <= now.getTime())
    missing.push("The deadline has passed: choose a later one, or none.");
  if (warmUp !== null && parts.some(({ slug }) => slug === warmUp)) {
    missing.push("The warm-up is one of the parts: choose another scenario to warm up with.");
  }
  return missing;
}

type Fixed = { deadline: Date | null; reviewersPerSession: number; feedback: FeedbackPolicy; isOpen: boolean };

/** Why a change is refused once candidates have been told the rules: by field, in words. */
export function refuseChanges(before: Fixed, changes: AssessmentChanges): Record<string, string> {
  const refused: Record<string, string> = {};
  const deadline = changes.deadline === null ? null : endOfDay(changes.deadline);
  const isSame = deadline?.getTime() === before.deadline?.getTime();
  const isEarlier = deadline !== null && (before.deadline === null || deadline.getTime() < before.deadline.getTime());
  if (!isSame && !before.isOpen)
    refused.deadline = "It is closed: nothing begins any more, and the deadline stays what it was.";
  else if (isEarlier) refused.deadline = "Candidates were told of a later end: it may be moved later, or taken away.";
  if (changes.reviewersPerSession < before.reviewersPerSession) {
    refused.reviewersPerSession = "Candidates were told that so many people read their answers: it may be raised only.";
  }
  if (promisesAppeal(before.feedback) && !promisesAppeal(changes.feedback)) {
    refused.feedback = "Candidates were told that they are shown something and can contest a level: that stays.";
  }
  if (changes.contact === "") refused.contact = "Candidates need an address to ask.";
  return refused;
}
