import { db } from "#app/db/client.server.ts";
import { makeTemplates, scenarioCount } from "./templates.ts";

// An organisation that has assessed people for half a year, made by SQL from a seed: the same seed and size give the same
// rows. Nothing here is fast or slow by its order: rows come in the order in which the product would have written them.

export const organisationId = "organisation";
export const people = { admin: "admin", busy: "reviewer-busy", reader: "reviewer-reader" };
export const firstAssessment = "assessment-1";
export const heldByReader = 15;

const reviewers = 20;
const batch = 5_000;
const perAssessment = 500;
const givenByBusy = 3_000;

export type Size = { sessions: number; seed: string };

/** Of what one row is generated from, named `i` in what uses it. */
const idOf = (i: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${i}), 12, '0'))`;
const chance = (what: string) => `((hashtextextended('${what}' || i, 7) & 1048575) / 1048576.0)`;

async function run(sql: string, ...values: unknown[]): Promise<void> {
  await db().$executeRawUnsafe(sql, ...values);
}

/** What every session is worked out from, so that its rows in all tables agree. */
async function planSessions({ sessions, seed }: Size, templates: number): Promise<void> {
  const small = Math.ceil(sessions / 2 / perAssessment);
  await run(`CREATE UNLOGGED TABLE scale_session AS
    WITH drawn AS (
      SELECT i, CASE WHEN i % 2 = 0 THEN 1 ELSE 2 + (i / 2) % ${small} END AS assessment,
        CASE WHEN ${chance(`${seed} state`)} < 0.05 THEN 'waiting' WHEN ${chance(`${seed} state`)} < 0.06 THEN 'adjudicating'
          ELSE 'complete' END AS state,
        ${chance(`${seed} one`)} < 0.5 AS one, (${chance(`${seed} first`)} * ${reviewers})::int AS first,
        ${chance(`${seed} busy`)} < ${Math.min(0.6, givenByBusy / sessions)} AS busy,
        ${chance(`${seed} template`)} AS template, ${chance(`${seed} key`)} AS key,
        timestamp '2026-11-01' - interval '180 days' * (1 - i::float / ${sessions}) AS at
      FROM generate_series(1, ${sessions}) AS i)
    SELECT i, state, key, at, 'assessment-' || assessment AS assessment, ${idOf("i")} AS id, 'candidacy-' || i AS candidacy,
      CASE WHEN state <> 'waiting' THEN 2 WHEN one THEN 1 ELSE 0 END AS given,
      CASE WHEN busy THEN '${people.busy}' ELSE 'reviewer-' || (first % ${reviewers}) END AS reviewer_1,
      'reviewer-' || ((first + 1 + i % ${reviewers - 2}) % ${reviewers}) AS reviewer_2,
      (assessment - 1) % ${scenarioCount} AS version, template * ${templates} AS template
    FROM drawn`);
  await run(`CREATE UNIQUE INDEX ON scale_session (i)`);
  // Of the templates of its version the one it has drawn.
  await run(`ALTER TABLE scale_session ADD COLUMN k INT`);
  await run(`UPDATE scale_session s SET k = (SELECT (array_agg(t.k ORDER BY t.k))[1 + floor(s.template)::int % count(*)::int]
    FROM scale_template t WHERE t.version = s.version)`);
}

async function keepTemplates(): Promise<number> {
  const templates = await makeTemplates();
  await run(`CREATE UNLOGGED TABLE scale_template (k INT PRIMARY KEY, version INT, hash TEXT, rubric_hash TEXT, slug TEXT,
    minutes INT, score INT, band TEXT, result JSONB, turns JSONB, levels JSONB)`);
  await run(
    `INSERT INTO scale_template SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(k INT, version INT, hash TEXT,
      rubric_hash TEXT, slug TEXT, minutes INT, score INT, band TEXT, result JSONB, turns JSONB, levels JSONB)`,
    JSON.stringify(templates.map((template, k) => ({ k, ...template }))),
  );
  return templates.length;
}

async function loadTeam(): Promise<void> {
  await run(`INSERT INTO "Organisation" ("id", "handle", "name") VALUES ($1, 'acme', 'Acme')`, organisationId);
  const named = [
    { id: people.admin, role: "admin" },
    ...[people.busy, people.reader, ...Array.from({ length: reviewers }, (_, at) => `reviewer-${at}`)].map((id) => ({
      id,
      role: "reviewer",
    })),
  ];
  const users = named.map(({ id }) => ({ id, name: `Person ${id}`, email: `${id}@acme.example` }));
  await db().user.createMany({ data: users });
  await db().member.createMany({ data: named.map(({ id, role }) => ({ organisationId, userId: id, roles: [role] })) });
  await run(`INSERT INTO "Assessment" ("id", "organisationId", "name", "state", "feedback", "contact", "openedAt", "createdAt")
    SELECT assessment, '${organisationId}', 'Engineer, round ' || substr(assessment, 12), 'open',
      '{"levels":true,"words":true,"study":true,"appeal":true}', 'people@acme.example', min(at), min(at)
    FROM scale_session GROUP BY assessment`);
  await run(`INSERT INTO "AssessmentPart" ("id", "assessmentId", "position", "slug", "scenarioHash", "minutes")
    SELECT DISTINCT 'part-of-' || s.assessment, s.assessment, 1, t.slug, t.hash, t.minutes
    FROM scale_session s JOIN scale_template t ON t.version = s.version`);
}

const ofBatch = `scale_session s JOIN scale_template t USING (k) WHERE s.i BETWEEN $1::int AND $2::int`;
const clamp = (level: string) => `least(4, greatest(0, ${level}))`;
/** Mostly the same, sometimes one apart. */
const near = (what: string) =>
  `(CASE WHEN ${chance(what).replace("|| i", "|| i || l.id")} < 0.15 THEN -1 WHEN ${chance(what).replace("|| i", "|| i || l.id")} > 0.85 THEN 1 ELSE 0 END)`;

const levels = `
  WITH drawn AS (
    SELECT s.i, s.id, s.state, s.given, s.at, s.reviewer_1, s.reviewer_2, t.hash, l.id AS criterion, l.level AS grader,
      CASE WHEN s.state = 'adjudicating' AND l.position = 0 THEN 0 ELSE ${clamp(`l.level + ${near("first")}`)} END AS a,
      ${near("second")} AS apart, s.state = 'adjudicating' AND l.position = 0 AS far
    FROM scale_session s JOIN scale_template t USING (k),
      jsonb_to_recordset(t.levels) AS l(id TEXT, position INT, level INT)
    WHERE s.i BETWEEN $1::int AND $2::int
  ), both_given AS (SELECT *, CASE WHEN far THEN 3 ELSE ${clamp("a + apart")} END AS b FROM drawn),
  settled AS (SELECT *, CASE WHEN given = 0 OR (given = 2 AND far) THEN NULL WHEN given = 1 THEN a ELSE least(a, b) END AS level
    FROM both_given)
  INSERT INTO "SessionLevel" ("sessionId", "criterionId", "organisationId", "scenarioHash", "reviewedAt", "grader",
    "graderLevel", "people", "reviewerIds", "settled", "settledBy", "spread", "gap")
  SELECT id, criterion, '${organisationId}', hash, CASE WHEN given > 0 THEN at + interval '2 days' END, 'offline', grader,
    (ARRAY[a, b])[1:given], (ARRAY[reviewer_1, reviewer_2])[1:given], level, CASE WHEN level IS NOT NULL THEN 'median' END,
    CASE WHEN given = 2 THEN abs(a - b) END, abs(level - grader)
  FROM settled`;

const review = (nth: 1 | 2) => `
  INSERT INTO "Review" ("id", "sessionId", "reviewerId", "rubricHash", "levels", "comments", "kind", "quotes", "createdAt")
  SELECT 'review-${nth}-' || s.i, s.id, s.reviewer_${nth}, t.rubric_hash,
    (SELECT jsonb_object_agg(l."criterionId", l."people"[${nth}]) FROM "SessionLevel" l WHERE l."sessionId" = s.id),
    (SELECT jsonb_object_agg(l."criterionId", 'It names the condition, and says what would change it.')
      FROM "SessionLevel" l WHERE l."sessionId" = s.id),
    'independent', '{}', s.at + interval '${nth + 1} days'
  FROM ${ofBatch} AND s.given >= ${nth}`;

const claim = (nth: 1 | 2) => `
  INSERT INTO "ReviewClaim" ("id", "sessionId", "organisationId", "reviewerId", "state", "lockedUntil", "claimedAt")
  SELECT 'claim-${nth}-' || s.i, s.id, '${organisationId}', s.reviewer_${nth}, 'submitted', s.at + interval '${nth + 1} days',
    s.at + interval '${nth + 1} days'
  FROM ${ofBatch} AND s.given >= ${nth}`;

const audit = (action: string, { actor, after, where }: { actor: string; after: string; where: string }) => `
  INSERT INTO "AuditEntry" ("id", "organisationId", "at", "actorId", "action", "assessmentId", "candidacyId", "sessionId")
  SELECT '${action}-${after}-' || s.i, '${organisationId}', s.at + interval '${after}', ${actor}, '${action}', s.assessment,
    s.candidacy, s.id
  FROM ${ofBatch} AND ${where}`;

/** In the order in which they refer to each other. */
const statements = [
  `INSERT INTO "User" ("id", "name", "email", "emailVerified")
   SELECT 'candidate-' || s.i, 'Candidate ' || s.i, 'candidate-' || s.i || '@example.com', true FROM ${ofBatch}`,
  `INSERT INTO "Candidacy" ("id", "assessmentId", "userId", "code", "acknowledgedAt", "notice", "handedInAt", "deleteAt")
   SELECT s.candidacy, s.assessment, 'candidate-' || s.i, upper(lpad(to_hex(s.i), 5, '0')), s.at, '{}',
     s.at + interval '1 hour', s.at + interval '400 days' FROM ${ofBatch}`,
  `INSERT INTO "Session" ("id", "userId", "scenarioHash", "slug", "organisationId", "mode", "phase", "startedAt", "finishedAt",
     "lastActiveAt", "candidacyId", "partId", "reviewState", "queueKey", "reviewsGiven")
   SELECT s.id, 'candidate-' || s.i, t.hash, t.slug, '${organisationId}', 'assessment', 'finished', s.at,
     s.at + interval '40 minutes', s.at + interval '40 minutes', s.candidacy, 'part-of-' || s.assessment,
     s.state::"ReviewState", s.key, s.given FROM ${ofBatch}`,
  `INSERT INTO "Turn" ("id", "sessionId", "seq", "speaker", "kind", "text", "createdAt")
   SELECT 'turn-' || s.i || '-' || u.seq, s.id, u.seq, u.speaker::"Speaker", u.kind::"TurnKind", u.text, s.at
   FROM scale_session s JOIN scale_template t USING (k),
     jsonb_to_recordset(t.turns) AS u(seq INT, speaker TEXT, kind TEXT, text TEXT)
   WHERE s.i BETWEEN $1::int AND $2::int`,
  `INSERT INTO "Grade" ("id", "sessionId", "grader", "status", "rubricHash", "score", "band", "result", "createdAt", "finishedAt")
   SELECT 'grade-' || s.i, s.id, 'offline', 'graded', t.rubric_hash, t.score, t.band, t.result, s.at, s.at FROM ${ofBatch}`,
  levels,
  review(1),
  review(2),
  claim(1),
  claim(2),
  audit("candidacy.begin", { actor: `'candidate-' || s.i`, after: "0 hours", where: "true" }),
  audit("candidacy.hand-in", { actor: `'candidate-' || s.i`, after: "1 hour", where: "true" }),
  audit("review.claim", { actor: "s.reviewer_1", after: "47 hours", where: "s.given >= 1" }),
  audit("review.submit", { actor: "s.reviewer_1", after: "48 hours", where: "s.given >= 1" }),
  audit("review.claim", { actor: "s.reviewer_2", after: "71 hours", where: "s.given >= 2" }),
  audit("review.submit", { actor: "s.reviewer_2", after: "72 hours", where: "s.given >= 2" }),
];

/** Checking what refers to what takes longest, and the rows are right by their making; only a superuser may leave it out. */
async function maySkipChecks(): Promise<boolean> {
  const [row] = await db().$queryRaw<
    { is: boolean }[]
  >`SELECT rolsuper AS is FROM pg_roles WHERE rolname = current_user`;
  return row?.is ?? false;
}

async function loadSessions({ sessions }: Size): Promise<void> {
  const isUnchecked = await maySkipChecks();
  for (let from = 1; from <= sessions; from += batch) {
    await db().$transaction(
      async (tx) => {
        if (isUnchecked) await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
        for (const sql of statements) await tx.$executeRawUnsafe(sql, from, from + batch - 1);
      },
      { timeout: 600_000 },
    );
  }
}

/** What is under way: a reviewer reads, and the busy one has left some to others. */
async function loadUnderWay(): Promise<void> {
  const waiting = `SELECT s.i, s.id, row_number() OVER (ORDER BY s.i) AS nth FROM scale_session s WHERE s.state = 'waiting'
    AND s.given = 0`;
  const columns = `"id", "sessionId", "organisationId", "reviewerId", "state", "skipReason", "lockedUntil", "claimedAt"`;
  await run(`INSERT INTO "ReviewClaim" (${columns})
    SELECT 'held-' || i, id, '${organisationId}', '${people.reader}', 'claimed', NULL, now() + interval '1 year', now()
    FROM (${waiting}) w WHERE nth <= ${heldByReader}`);
  await run(`INSERT INTO "ReviewClaim" (${columns})
    SELECT 'left-' || i, id, '${organisationId}', '${people.busy}', 'skipped', 'I know this company.', now(), now()
    FROM (${waiting}) w WHERE nth = ${heldByReader + 1}`);
}

export async function loadOrganisation(size: Size): Promise<void> {
  await planSessions(size, await keepTemplates());
  await loadTeam();
  await loadSessions(size);
  await loadUnderWay();
  await run("DROP TABLE scale_template, scale_session");
  await run("VACUUM ANALYZE");
}

const counted = ["Session", "Turn", "Grade", "Review", "ReviewClaim", "SessionLevel", "AuditEntry"] as const;

/** How many rows of each kind there are, and how the sessions stand. */
export async function describeData(): Promise<Record<string, number>> {
  const described: Record<string, number> = {};
  for (const table of counted) {
    const [row] = await db().$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${table}"`);
    described[table] = row?.n ?? 0;
  }
  const states = await db().session.groupBy({ by: ["reviewState"], _count: true });
  for (const { reviewState, _count } of states) described[reviewState ?? "none"] = _count;
  const reviewed = await db().review.count({ where: { reviewerId: people.busy } });
  return { ...described, "given by one reviewer": reviewed };
}
