import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import type { Prisma } from "#app/db/generated/client.ts";
import { keepVersion } from "#app/services/library/keep-version.server.ts";
import { findAuthored, lockAuthored, type FoundAuthored, type WantedAuthored } from "./find-authored.server.ts";
import { judgeDraft, problemWords, type JudgedDraft } from "./judge-draft.server.ts";

export type PublishRefusal = "conflict" | "archived" | "unchanged" | "problems" | "refused" | "warnings";

export type Published = { ok: true; number: number } | { ok: false; reason: PublishRefusal; messages: string[] };

const longestNote = 2_000;

const refuse = (reason: PublishRefusal, ...messages: string[]) => ({ ok: false as const, reason, messages });

const conflict = refuse(
  "conflict",
  "The draft was changed or published since you looked at it. Look at it again before you publish it.",
);

/** Why a draft that was read may not be published, before anybody looks at what else is published. */
function refusalOf({ entry, errors, refusals, warnings }: JudgedDraft, acceptWarnings: boolean) {
  if (!entry) return refuse("problems", ...errors.map(problemWords));
  if (refusals.length > 0) return refuse("refused", ...refusals);
  if (warnings.length > 0 && !acceptWarnings) return refuse("warnings", ...warnings);
  return null;
}

/** The newest version with the files it was made from. */
function findNewest(tx: Prisma.TransactionClient, scenarioId: string) {
  return tx.publishedVersion.findFirst({ where: { scenarioId }, orderBy: { number: "desc" } });
}

type ToPublish = WantedAuthored & { seenRevision: number; note: string; acceptWarnings: boolean };

async function keep(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  { found, entry, note }: { found: FoundAuthored; entry: NonNullable<JudgedDraft["entry"]>; note: string },
): Promise<Published> {
  const { id: scenarioId, files } = found.authored;
  const newest = await findNewest(tx, scenarioId);
  if (newest && isDeepStrictEqual(newest.files, files)) return unchanged(newest.number);
  const number = (newest?.number ?? 0) + 1;
  await keepVersion(tx, entry);
  const data = { scenarioId, number, hash: entry.hash, files, note: note.trim().slice(0, longestNote) };
  await tx.publishedVersion.create({ data: { ...data, publishedById: viewer.id, publishedAt: new Date() } });
  return { ok: true, number };
}

const unchanged = (number: number) =>
  refuse("unchanged", `Version ${number} is exactly this draft. Nothing was published.`);

/**
 * Makes the draft the newest version, which never changes again. It must be the draft that was looked at: of two people
 * who publish at once the second is told so. Null for whoever may not publish there, and where there is no such scenario.
 */
export async function publishScenario(
  viewer: Viewer,
  { organisation, slug, seenRevision, note, acceptWarnings }: ToPublish,
): Promise<Published | null> {
  const wanted = { organisation, slug, action: "publish_scenario" as const };
  const looked = await findAuthored(viewer, wanted);
  if (!looked) return null;
  const { authored, address } = looked;
  if (authored.archivedAt) return refuse("archived", "This scenario is archived. Restore it before you publish it.");
  if (authored.revision !== seenRevision) return conflict;
  const before = await findNewest(db(), authored.id);
  if (before && isDeepStrictEqual(before.files, authored.files)) return unchanged(before.number);
  const judged = await judgeDraft({ address, organisationId: authored.organisationId, files: authored.files });
  const refused = refusalOf(judged, acceptWarnings);
  if (refused || !judged.entry) return refused;
  const { entry } = judged;
  return db().$transaction(async (tx) => {
    const found = await lockAuthored(tx, viewer, wanted);
    if (!found) return null;
    const newest = await findNewest(tx, authored.id);
    const isSame = found.authored.revision === seenRevision && newest?.number === before?.number;
    if (!isSame || found.authored.archivedAt) return conflict;
    return keep(tx, viewer, { found, entry, note });
  });
}
