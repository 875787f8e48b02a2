import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { FeedbackPolicySchema } from "#app/domain/hiring/assessment.ts";
import {
  composeFeedback,
  fingerprintOf,
  hasFeedback,
  SentFeedbackSchema,
  tellsReason,
  type FeedbackVersion,
  type SettledPart,
} from "#app/domain/hiring/feedback.ts";
import { oneLine } from "#app/domain/text/one-line.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { env } from "#app/env.server.ts";
import { sendMail } from "#app/services/accounts/mail/send-mail.server.ts";
import { writeAudit } from "#app/services/hiring/audit/write-audit.server.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";
import { listReadablePages } from "#app/services/library/material/sections-for.server.ts";
import { findCandidate, lockComplete, type CandidateAt, type FoundCandidate } from "./find-candidate.server.ts";
import { readSettledLevels, readSettledParts } from "./read-settled-parts.server.ts";

export type FeedbackRefusal = "nothing_allowed" | "tells_reason" | "levels_changed" | "words_missing";

export type Composed =
  | { ok: true; version: FeedbackVersion; parts: SettledPart[]; fingerprint: string }
  | { ok: false; reason: FeedbackRefusal };

type Words = { words: string; now?: Date };

async function compose(found: FoundCandidate, { words, now = new Date() }: Words): Promise<Composed> {
  const policy = FeedbackPolicySchema.parse(found.assessment.feedback);
  if (!hasFeedback({ policy })) return { ok: false, reason: "nothing_allowed" };
  if (policy.words && words === "" && !policy.levels && !policy.study) return { ok: false, reason: "words_missing" };
  const decisions = await db().decision.findMany({
    where: { candidacyId: found.candidacy.id },
    select: { reason: true },
  });
  if (
    tellsReason(
      words,
      decisions.map(({ reason }) => reason),
    )
  )
    return { ok: false, reason: "tells_reason" };
  const parts = await readSettledParts(found);
  // A candidate may read what ships, and nothing of the organisation's own pages.
  const pages = policy.study ? await listReadablePages(null) : [];
  const version = composeFeedback(parts, { policy, pages, words, sentAt: now.toISOString() });
  return { ok: true, version, parts, fingerprint: fingerprintOf(parts) };
}

/** What would be sent, to be looked at before it is. Null where it is absent, not complete, or not the viewer's to send. */
export async function previewFeedback(
  viewer: Viewer,
  { words, now, ...at }: CandidateAt & Words,
): Promise<Composed | null> {
  const found = await findCandidate(viewer, { ...at, action: "decide" });
  return found?.isComplete ? compose(found, { words, ...(now && { now }) }) : null;
}

/** What was let out so far, oldest first. */
export function readVersions(feedback: unknown): FeedbackVersion[] {
  const read = SentFeedbackSchema.safeParse(feedback);
  return read.success ? read.data.versions : [];
}

type Sent = Words & {
  /** Of the preview: what was looked at is what is sent. */
  fingerprint: string;
};

/**
 * Lets the candidate see the result, as it was previewed; once more is a new version. The mail says that there is something
 * to see, and nothing of what it is.
 */
export async function sendFeedback(
  viewer: Viewer,
  { words, fingerprint, now = new Date(), ...at }: CandidateAt & Sent,
): Promise<{ ok: true; version: number } | { ok: false; reason: FeedbackRefusal } | null> {
  const found = await findCandidate(viewer, { ...at, action: "decide" });
  if (!found?.isComplete) return null;
  const { organisationId, name } = found.membership;
  const { assessment, candidacy } = found;
  const composed = await compose(found, { words, now });
  if (!composed.ok) return composed;
  const sessionIds = composed.parts.map(({ sessionId }) => sessionId);
  const sent = await holdMembership(viewer, { organisation: organisationId, action: "decide" }, async (tx) => {
    // Of two who send at once the second adds its version to the first one's, and no level changes meanwhile.
    if (!(await lockComplete(tx, candidacy.id))) return null;
    await tx.$queryRaw`SELECT "id" FROM "Session" WHERE "candidacyId" = ${candidacy.id} ORDER BY "id" FOR NO KEY UPDATE`;
    const levels = await readSettledLevels(tx, sessionIds);
    const current = composed.parts.map((part) => ({ ...part, levels: levels.get(part.sessionId) ?? {} }));
    if (fingerprintOf(current) !== fingerprint) return { ok: false, reason: "levels_changed" } as const;
    const before = await tx.candidacy.findUniqueOrThrow({ where: { id: candidacy.id }, select: { feedback: true } });
    const versions = [...readVersions(before.feedback), composed.version];
    const feedback = { versions } satisfies Prisma.InputJsonObject;
    await tx.candidacy.update({ where: { id: candidacy.id }, data: { feedback, feedbackSentAt: now } });
    await writeAudit(tx, viewer, {
      organisationId,
      action: "feedback.send",
      assessmentId: assessment.id,
      candidacyId: candidacy.id,
      details: { version: versions.length, ...composed.version.policy },
      at: now,
    });
    return { ok: true, version: versions.length } as const;
  });
  if (sent?.ok) await mailCandidate(candidacy.id, { organisation: name, assessment: assessment.name, about: "result" });
  return sent;
}

const letters = {
  result: { subject: "There is something for you to read about", text: "has let you see what came of your answers to" },
  appeal: { subject: "Your appeal has an answer:", text: "has answered your appeal about" },
};

type Letter = { organisation: string; assessment: string; about: keyof typeof letters };

/** Tells a candidate that there is something to read, and nothing of what it says. */
export async function mailCandidate(candidacyId: string, { organisation, assessment, about }: Letter): Promise<void> {
  const candidacy = await db().candidacy.findUnique({
    where: { id: candidacyId },
    select: { user: { select: { email: true } } },
  });
  if (candidacy === null) return; // deleted meanwhile, with what there was to read
  const { subject, text } = letters[about];
  const title = oneLine(assessment);
  await sendMail({
    to: candidacy.user.email,
    about: candidacyId,
    subject: `${subject} ${title}`,
    text: `${oneLine(organisation)} ${text} “${title}”.

Sign in and read it here:

${env().appUrl}/assessments/${candidacyId}

This mail says nothing of what it is, on purpose.
`,
  });
}
