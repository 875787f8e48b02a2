import { openDatabase, closeDatabase, db } from "#app/db/client.server.ts";
import { migrateDatabase } from "#app/db/migrate.server.ts";
import { startJobs, stopJobs } from "#app/db/jobs.server.ts";
import { makeAccount } from "#test/support/visitor.ts";
import { asOfNow } from "#test/support/organisation.ts";
import { gradingJobs, playSession, gradeNow } from "#test/support/session.ts";
import { runRegrade } from "#app/services/authoring/regrade/run-regrade.server.ts";
import { startRegrade } from "#app/services/authoring/regrade/start-regrade.server.ts";
import { copyScenario } from "#app/services/authoring/copy-scenario.server.ts";
import { publishNow, revisionOf } from "#test/support/authored.ts";
import { findAuthored } from "#app/services/authoring/find-authored.server.ts";
import { saveDraft } from "#app/services/authoring/save-draft.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

await openDatabase({ dataDir: process.env.DATA_DIR ?? "" });
await migrateDatabase();
await startJobs({ handlers: { ...gradingJobs, "run-regrade": ({ gradeId }) => runRegrade(gradeId) }, expireInSeconds: 60, onError: console.error });
const org = await db().organisation.create({ data: { name: "Northwind Support", handle: "northwind" } });
const join = async (name: string, email: string, roles: string[]) => {
  const { viewer } = await makeAccount({ name, email, password: "correct horse battery" });
  await db().user.update({ where: { id: viewer.id }, data: { emailVerified: true } });
  await db().member.create({ data: { organisationId: org.id, userId: viewer.id, roles } });
  return asOfNow(viewer);
};
const author = await join("Grace Hopper", "grace@example.com", ["instructor", "admin"]);
const copied = await copyScenario(author, { organisation: "northwind", from: "wrong-refund-policy" });
if (!copied?.ok) throw new Error("copy");
const known = { organisation: "northwind", slug: copied.slug };
console.log(known, await publishNow(author, known));
const lib = (await loadLibrary()).scenarios.find(({ scenario }) => scenario.slug === "wrong-refund-policy")!;
const answersOf = (name: string) => lib.calibration.find((c) => c.name === name)!.transcript.filter((t) => t.speaker === "candidate" && t.kind === "answer").map((t) => t.text);
const names = ["Ada Lovelace", "Jean Bartik", "Betty Holberton"];
let n = 0;
for (const kind of ["strong", "partial", "confidently-wrong"]) {
  const c = await join(names[n] ?? "x", `c${n++}@example.com`, ["candidate"]);
  const s = await playSession(c, { slug: `northwind.${known.slug}`, answers: answersOf(kind) });
  await gradeNow(s);
}
const found = await findAuthored(author, { ...known, action: "write_scenario" });
const files = { ...found!.authored.files };
files["scenario.md"] = files["scenario.md"]!.replace(/minutes: \d+/, "minutes: 35").replace("refund", "reimbursement");
files["rubric.yaml"] = files["rubric.yaml"]!.replace(/points: (\d)/, (m, d) => `points: ${Number(d) + 4}`).replace(/weight: (\d+)/, (m, d) => `weight: ${Number(d) + 20}`);
await saveDraft(author, { ...known, files, seenRevision: await revisionOf(author, known) });
try { console.log(await publishNow(author, known)); } catch (e) { console.log(String(e)); }
const started = await startRegrade(author, { ...known, choice: { on: 2, grader: "offline", sessions: { of: 1 } } });
console.log(started);
for (let i = 0; i < 100; i++) { const r = await db().regrade.findFirst(); if (!r || r.status === "done") break; await new Promise((d) => setTimeout(d, 100)); }
const f2 = await findAuthored(author, { ...known, action: "write_scenario" });
const next = { ...f2!.authored.files };
next["scenario.md"] = next["scenario.md"]!.replace(/minutes: \d+/, "minutes: 45");
await saveDraft(author, { ...known, files: next, seenRevision: await revisionOf(author, known) });
await stopJobs(); await closeDatabase(); console.log("seeded");
