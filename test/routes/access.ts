import type { Action } from "#app/domain/accounts/permissions.ts";

// Who may come in by which route: the list that test/routes/access.test.ts holds every file of app/routes against. A new
// route is a line here. `{session}` and the like are the examples that test/support/access-examples.ts makes.

/**
 * `viewer` is whoever has begun something, guests too; `account` needs an address; `own` is what one person made; the
 * `studio` is for canSeeStudio, `reviewer` for isReviewer, `some-admin` for an admin of any organisation, `some-reviewer`
 * for isReviewer or a reviewer of any; `half-way` is
 * whoever has given a password and owes a code, and the `operator` proves it by a key, which nobody here has or is. What
 * is for `nobody` is another's thing at an address of acme's. All
 * other words are what one may do in an organisation.
 */
export type Access =
  | ("anybody" | "viewer" | "account" | "own" | "studio" | "reviewer")
  | ("half-way" | "operator" | "some-admin" | "some-reviewer" | "nobody")
  | Action;

export type Line = {
  path: string;
  /** Null where there is nothing to look at, or nothing to send. */
  loader: Access | null;
  action: Access | null;
  /** Whose `own` is, if not the candidate's. */
  owner?: "candidate" | "instructor";
  /** What is sent where something empty would be refused before it matters who sends it. */
  form?: Record<string, string>;
  json?: object;
};

const open = (path: string): Line => ({ path, loader: "anybody", action: null });
const form = (path: string): Line => ({ path, loader: "anybody", action: "anybody" });
const own = (path: string): Line => ({ path, loader: "own", action: null });
/** Not even its own candidate's. */
const nobodys = (path: string): Line => ({ path, loader: "nobody", action: null });

export const access: Record<string, readonly Line[]> = {
  // What anybody may read, and the ways in.
  "$.tsx": [{ path: "/no-such-page", loader: null, action: null }],
  "_index.tsx": [open("/")],
  "account-deleted.tsx": [open("/account-deleted")],
  "figures.tsx": [open("/figures")],
  "forgot-password.tsx": [form("/forgot-password")],
  "glossary.tsx": [open("/glossary")],
  "healthz.ts": [open("/healthz")],
  "how-grading-works.tsx": [open("/how-grading-works")],
  "invitations.$token.tsx": [{ path: "/invitations/{token}", loader: "anybody", action: "account" }],
  "labs._index.tsx": [open("/labs")],
  "labs.cost.tsx": [open("/labs/cost")],
  "labs.decide.tsx": [open("/labs/decide")],
  "labs.latency.tsx": [open("/labs/latency")],
  "labs.retrieval.tsx": [open("/labs/retrieval")],
  "labs.tuning.tsx": [open("/labs/tuning")],
  "learn._index.tsx": [open("/learn")],
  "learn.$page.tsx": [open("/learn/latency"), { path: "/learn/acme.{page}", loader: "read_page", action: null }],
  "mailbox.tsx": [{ path: "/mailbox", loader: "operator", action: null }],
  "magic-link.tsx": [form("/magic-link")],
  "reset-password.tsx": [form("/reset-password")],
  "scenarios._index.tsx": [open("/scenarios")],
  "scenarios.$slug.tsx": [
    form("/scenarios/house-dialect"),
    { path: "/scenarios/acme.{scenario}", loader: "take_scenario", action: "take_scenario" },
  ],
  "search._index.tsx": [open("/search?q=latency")],
  "search.ask.ts": [{ path: "/search/ask", loader: null, action: "viewer" }],
  "sign-in._index.tsx": [form("/sign-in?index")],
  "sign-in.code.tsx": [{ path: "/sign-in/code", loader: "half-way", action: "half-way" }],
  "sign-in.passkey.finish.ts": [{ path: "/sign-in/passkey/finish", loader: null, action: "anybody" }],
  "sign-in.passkey.start.ts": [{ path: "/sign-in/passkey/start", loader: null, action: "anybody" }],
  "sign-out.ts": [{ path: "/sign-out", loader: null, action: "anybody" }],
  "sign-up.tsx": [form("/sign-up")],
  "studio.diagram.tsx": [open("/studio/diagram")],
  "theme.ts": [{ path: "/theme", loader: null, action: "anybody" }],
  "verify-email.tsx": [form("/verify-email")],

  // What is somebody's own. Without anything done yet, some of it is an empty page.
  "account._index.tsx": [{ path: "/account?index", loader: "account", action: "account" }],
  "account.data.tsx": [{ path: "/account/data", loader: "viewer", action: "viewer" }],
  "account.data[.]json.ts": [{ path: "/account/data.json", loader: "viewer", action: null }],
  "account.two-factor.tsx": [{ path: "/account/two-factor", loader: "account", action: "account" }],
  "account.passkeys.finish.ts": [{ path: "/account/passkeys/finish", loader: null, action: "account" }],
  "account.passkeys.start.ts": [{ path: "/account/passkeys/start", loader: null, action: "account" }],
  "practice._index.tsx": [{ path: "/practice?index", loader: "anybody", action: "viewer" }],
  "practice.drill._index.tsx": [form("/practice/drill?index")],
  "practice.drill.$id.tsx": [
    {
      path: "/practice/drill/{drill}",
      loader: "own",
      action: "own",
      form: { approach: "rag", reason: "The notes change every week." },
    },
  ],
  "assess.$token.tsx": [{ path: "/assess/{assessToken}", loader: "anybody", action: "account", form: { read: "on" } }],
  "assessments._index.tsx": [{ path: "/assessments?index", loader: "viewer", action: null }],
  "assessments.$candidacy.tsx": [
    { path: "/assessments/{candidacy}", loader: "own", action: "own", form: { intent: "ask-deletion" } },
  ],
  "progress._index.tsx": [form("/progress?index")],
  "progress.compare.tsx": [own("/progress/compare?first={session}&second={session}")],
  "sessions.$id._index.tsx": [
    { path: "/sessions/{session}?index", loader: "own", action: "own", form: { intent: "finish", revision: "0" } },
    { path: "/sessions/{assessedSession}?index", loader: "own", action: "own", form: { intent: "pause" } },
  ],
  "sessions.$id.clock.ts": [own("/sessions/{session}/clock"), own("/sessions/{assessedSession}/clock")],
  "sessions.$id.draft.ts": [
    {
      path: "/sessions/{session}/draft",
      loader: null,
      action: "own",
      json: { draft: { kind: "answer", text: "More.", diagram: "" }, revision: 1 },
    },
  ],
  "sessions.$id.export.ts": [own("/sessions/{session}/export"), nobodys("/sessions/{assessedSession}/export")],
  "sessions.$id.grading.ts": [own("/sessions/{session}/grading"), nobodys("/sessions/{assessedSession}/grading")],
  "sessions.$id.model-answer.tsx": [
    own("/sessions/{session}/model-answer"),
    nobodys("/sessions/{assessedSession}/model-answer"),
  ],
  "sessions.$id.question.ts": [own("/sessions/{session}/question")],
  "sessions.$id.replay.tsx": [own("/sessions/{session}/replay"), nobodys("/sessions/{assessedSession}/replay")],
  "sessions.$id.scorecard.tsx": [
    { path: "/sessions/{session}/scorecard", loader: "own", action: "own", form: { intent: "retry" } },
  ],

  // Organisations.
  "admin.usage.tsx": [{ path: "/admin/usage", loader: "some-admin", action: null }],
  "admin.$organisation.usage._index.tsx": [
    { path: "/admin/acme/usage?index", loader: "see_usage", action: "see_usage" },
  ],
  "admin.$organisation.usage.calls[.]csv.ts": [
    { path: "/admin/acme/usage/calls.csv", loader: "see_usage", action: null },
  ],
  "admin._index.tsx": [{ path: "/admin?index", loader: "account", action: "leave", form: { organisation: "acme" } }],
  "admin.$organisation.members.tsx": [{ path: "/admin/acme/members", loader: "see_members", action: "manage_members" }],
  "organisations.new.tsx": [{ path: "/organisations/new", loader: "account", action: "account" }],

  // Hiring: its assessments and their people.
  "hiring._index.tsx": [{ path: "/hiring?index", loader: "viewer", action: null }],
  "hiring.$organisation._index.tsx": [{ path: "/hiring/acme?index", loader: "see_agreement", action: null }],
  "hiring.$organisation.new.tsx": [
    { path: "/hiring/acme/new", loader: "manage_assessments", action: "manage_assessments" },
  ],
  "hiring.$organisation.assessments.$assessment._index.tsx": [
    { path: "/hiring/acme/assessments/{assessment}?index", loader: "see_hiring", action: "manage_assessments" },
  ],
  "hiring.$organisation.assessments.$assessment.people.tsx": [
    { path: "/hiring/acme/assessments/{assessment}/people", loader: "see_people", action: "see_people" },
  ],
  "hiring.$organisation.assessments.$assessment.results._index.tsx": [
    { path: "/hiring/acme/assessments/{assessment}/results?index", loader: "see_results", action: null },
  ],
  "hiring.$organisation.assessments.$assessment.results.$code.tsx": [
    { path: "/hiring/acme/assessments/{assessment}/results/{settledCode}", loader: "see_results", action: "decide" },
  ],
  "hiring.$organisation.appeals.$appeal.tsx": [
    { path: "/hiring/acme/appeals/{levelAppeal}", loader: "adjudicate", action: "adjudicate" },
  ],
  "hiring.$organisation.assessments.$assessment.levels[.]csv.ts": [
    { path: "/hiring/acme/assessments/{assessment}/levels.csv", loader: "export_results", action: null },
  ],
  "hiring.$organisation.audit.tsx": [{ path: "/hiring/acme/audit", loader: "see_audit", action: null }],
  "hiring.$organisation.audit[.]csv.ts": [{ path: "/hiring/acme/audit.csv", loader: "see_audit", action: null }],
  "hiring.$organisation.sessions.$session.record.tsx": [
    { path: "/hiring/acme/sessions/{settledSession}/record", loader: "export_results", action: null },
    { path: "/hiring/acme/sessions/{heldSession}/record", loader: "nobody", action: null },
  ],
  "hiring.$organisation.sessions.$session.record[.]json.ts": [
    { path: "/hiring/acme/sessions/{settledSession}/record.json", loader: "export_results", action: null },
    { path: "/hiring/acme/sessions/{heldSession}/record.json", loader: "nobody", action: null },
  ],
  "hiring.$organisation.queue.tsx": [
    { path: "/hiring/acme/queue", loader: "review_assessment", action: "review_assessment" },
  ],
  "hiring.$organisation.reviews.$session._index.tsx": [
    {
      path: "/hiring/acme/reviews/{heldSession}?index",
      loader: "review_assessment",
      action: "review_assessment",
      form: { intent: "take" },
    },
    {
      path: "/hiring/acme/reviews/{shippedSession}?index",
      loader: "nobody",
      action: "nobody",
      form: { intent: "take" },
    },
  ],
  "hiring.$organisation.reviews.$session.draft.ts": [
    {
      path: "/hiring/acme/reviews/{heldSession}/draft",
      loader: null,
      action: "review_assessment",
      json: { draft: { levels: {}, comments: {}, quotes: {} }, revision: 0 },
    },
  ],
  "hiring.$organisation.adjudicate._index.tsx": [
    { path: "/hiring/acme/adjudicate?index", loader: "adjudicate", action: null },
  ],
  "hiring.$organisation.adjudicate.$session.tsx": [
    {
      path: "/hiring/acme/adjudicate/{apartSession}",
      loader: "adjudicate",
      action: "adjudicate",
      form: { intent: "take" },
    },
  ],
  "hiring.$organisation.agreement._index.tsx": [
    { path: "/hiring/acme/agreement?index", loader: "see_agreement", action: null },
  ],
  "hiring.$organisation.agreement.$hash.tsx": [
    { path: "/hiring/acme/agreement/{scenarioHash}", loader: "see_agreement", action: null },
  ],

  // The studio of what ships.
  "studio.calibration.tsx": [{ path: "/studio/calibration", loader: "studio", action: null }],
  "studio.reviews._index.tsx": [{ path: "/studio/reviews", loader: "some-reviewer", action: null }],
  "studio.reviews.$sessionId.tsx": [
    { path: "/studio/reviews/{shippedSession}", loader: "reviewer", action: "reviewer" },
    { path: "/studio/reviews/{session}", loader: "review_session", action: "review_session" },
  ],
  "studio.reviews.appeals.$appealId.tsx": [
    { path: "/studio/reviews/appeals/{appeal}", loader: "reviewer", action: "reviewer" },
  ],

  // The studio of an organisation.
  "studio._index.tsx": [{ path: "/studio", loader: "viewer", action: null }],
  "studio.$organisation._index.tsx": [{ path: "/studio/acme?index", loader: "see_studio", action: null }],
  "studio.$organisation.export.ts": [{ path: "/studio/acme/export", loader: "write_scenario", action: null }],
  "studio.$organisation.import._index.tsx": [
    { path: "/studio/acme/import?index", loader: "write_scenario", action: "write_scenario" },
  ],
  "studio.$organisation.import.$plan.tsx": [
    {
      path: "/studio/acme/import/{plan}",
      loader: "own",
      action: "own",
      owner: "instructor",
      form: { import: "returns-desk" },
    },
  ],
  "studio.$organisation.pages._index.tsx": [
    { path: "/studio/acme/pages?index", loader: "write_page", action: "write_page" },
  ],
  "studio.$organisation.pages.$page._index.tsx": [
    { path: "/studio/acme/pages/{page}?index", loader: "write_page", action: "write_page" },
  ],
  "studio.$organisation.pages.$page.preview.ts": [
    { path: "/studio/acme/pages/{page}/preview", loader: null, action: "write_page" },
  ],
  "studio.$organisation.pages.$page.save.ts": [
    { path: "/studio/acme/pages/{page}/save", loader: null, action: "write_page" },
  ],
  "studio.$organisation.sessions.$id.tsx": [
    { path: "/studio/acme/sessions/{session}", loader: "see_session", action: null },
    { path: "/studio/acme/sessions/{shippedSession}", loader: "nobody", action: null },
  ],
  "studio.$organisation.scenarios.$slug._index.tsx": [
    { path: "/studio/acme/scenarios/{scenario}?index", loader: "write_scenario", action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.export.ts": [
    { path: "/studio/acme/scenarios/{scenario}/export", loader: "write_scenario", action: null },
  ],
  "studio.$organisation.scenarios.$slug.learners.tsx": [
    { path: "/studio/acme/scenarios/{scenario}/learners", loader: "see_learners", action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.regrades._index.tsx": [
    { path: "/studio/acme/scenarios/{scenario}/regrades?index", loader: "regrade", action: "regrade" },
  ],
  "studio.$organisation.scenarios.$slug.regrades.$id._index.tsx": [
    { path: "/studio/acme/scenarios/{scenario}/regrades/{regrade}?index", loader: "regrade", action: "regrade" },
  ],
  "studio.$organisation.scenarios.$slug.regrades.$id.progress.ts": [
    { path: "/studio/acme/scenarios/{scenario}/regrades/{regrade}/progress", loader: "regrade", action: null },
  ],
  "studio.$organisation.scenarios.new.tsx": [
    { path: "/studio/acme/scenarios/new", loader: "write_scenario", action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.preview.ts": [
    { path: "/studio/acme/scenarios/{scenario}/preview", loader: null, action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.save.ts": [
    { path: "/studio/acme/scenarios/{scenario}/save", loader: null, action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.try._index.tsx": [
    { path: "/studio/acme/scenarios/{scenario}/try?index", loader: "write_scenario", action: "write_scenario" },
  ],
  "studio.$organisation.scenarios.$slug.try.answers.$name.tsx": [
    {
      path: "/studio/acme/scenarios/{scenario}/try/answers/strong",
      loader: "write_scenario",
      action: "write_scenario",
    },
  ],
  "studio.$organisation.scenarios.$slug.try.progress.ts": [
    { path: "/studio/acme/scenarios/{scenario}/try/progress", loader: "write_scenario", action: null },
  ],
  "studio.$organisation.scenarios.$slug.versions.tsx": [
    {
      path: "/studio/acme/scenarios/{scenario}/versions",
      loader: "see_studio",
      action: "publish_scenario",
      form: { intent: "publish", seenRevision: "0" },
    },
    {
      path: "/studio/acme/scenarios/{scenario}/versions",
      loader: "see_studio",
      action: "archive_scenario",
      form: { intent: "archive" },
    },
  ],
};
