import { z } from "zod";
import { deviceStore } from "#app/components/saving/device-store.ts";
import { ReviewDraftSchema } from "#app/domain/review/review-draft.ts";

const KeptReviewSchema = z.object({ draft: ReviewDraftSchema, revision: z.number() });

/** Unsaved reviews, by the address that saves them. */
export const keptReviews = deviceStore("review", (value) => KeptReviewSchema.safeParse(value).data ?? null);
