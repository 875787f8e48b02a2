import pg from "pg";
import { closeDatabase, openDatabase } from "#app/db/client.server.ts";
import { claimNext } from "#app/services/hiring/queue/claim-next.server.ts";
import { claimSession } from "#app/services/hiring/queue/claim-session.server.ts";
import { saveReviewDraft } from "#app/services/hiring/review/save-review-draft.server.ts";
import { submitReview } from "#app/services/hiring/review/submit-review.server.ts";
import { asOfNow } from "#test/support/organisation.ts";
import { draftOf } from "#test/support/hiring-review.ts";

// A process in which one reviewer does one thing with a session, at the same moment as others in theirs: each says that it
// is there, and then waits for a lock that the test lets go of once all are.

const [url = "", organisation = "", viewerId = "", step = "", sessionId = ""] = process.argv.slice(2);

await openDatabase({ dataDir: "unused", databaseUrl: url });
const anybody = { id: viewerId, name: "", email: null, isGuest: false, emailVerified: true, memberships: [] };
const viewer = await asOfNow(anybody);

const gate = new pg.Client({ connectionString: url });
await gate.connect();
console.log("there");
await gate.query("SELECT pg_advisory_lock_shared(hashtext('race'))");

const wanted = { organisation, sessionId };
const draft = draftOf({ framing: 3, economics: 1 });
const steps: Record<string, () => Promise<unknown>> = {
  next: () => claimNext(viewer, { organisation }),
  claim: () => claimSession(viewer, wanted),
  save: () => saveReviewDraft(viewer, { ...wanted, draft, revision: 0 }),
  submit: () => submitReview(viewer, { ...wanted, draft }),
};
const outcome = await steps[step]?.();
await gate.end();
await closeDatabase();
console.log(JSON.stringify(outcome ?? null));
