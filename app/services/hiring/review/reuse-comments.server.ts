import { oneLine } from "#app/domain/text/one-line.ts";
import { storable } from "#app/domain/text/storable.ts";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { maxCommentChars } from "#app/domain/review/review.ts";
import { holdMembership } from "#app/services/organisations/hold-membership.server.ts";

/** More than can be looked through in a menu helps nobody. */
const mostKept = 100;

type Kept = { ok: true; id: string } | { ok: false; reason: "empty" | "too_long" | "too_many" };

/** Keeps a comment to be used again by whoever wrote it, in this organisation. The same words are kept once. */
export async function keepComment(
  viewer: Viewer,
  { organisation, text }: { organisation: string; text: string },
): Promise<Kept | null> {
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    const words = storable(text).trim();
    if (oneLine(words) === "") return { ok: false, reason: "empty" } as const;
    if (words.length > maxCommentChars) return { ok: false, reason: "too_long" } as const;
    const own = { organisationId, reviewerId: viewer.id };
    const kept = await tx.reusableComment.findMany({ where: own, select: { id: true, text: true } });
    const same = kept.find((each) => each.text === words);
    if (same) return { ok: true, id: same.id } as const;
    if (kept.length >= mostKept) return { ok: false, reason: "too_many" } as const;
    const { id } = await tx.reusableComment.create({ data: { ...own, text: words } });
    return { ok: true, id } as const;
  });
}

/** Removes one of the viewer's own; what was written with it stays. Null for whoever may not. */
export async function removeComment(
  viewer: Viewer,
  { organisation, id }: { organisation: string; id: string },
): Promise<{ ok: true } | null> {
  return holdMembership(viewer, { organisation, action: "review_assessment" }, async (tx, { organisationId }) => {
    await tx.reusableComment.deleteMany({ where: { id, organisationId, reviewerId: viewer.id } });
    return { ok: true } as const;
  });
}
