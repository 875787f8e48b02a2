import { enqueueMeasuring } from "#app/services/hiring/agreement/enqueue-measuring.server.ts";
import type { DeletedCandidacy } from "./delete-candidacy.server.ts";

/** Called once the transaction of a deletion has ended: what people and the grader agreed on was also in what is gone. */
export async function measureAfter(deleted: Pick<DeletedCandidacy, "measure"> | null): Promise<void> {
  for (const about of deleted?.measure ?? []) await enqueueMeasuring(about);
}
