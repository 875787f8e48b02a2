import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "#app/domain/accounts/viewer.ts";
import { db } from "#app/db/client.server.ts";
import { chooseGrader } from "#app/services/grading/choose-grader.server.ts";
import { accountFor, canUseModel, graderFor } from "#app/services/model/account-for.server.ts";
import { openKey, sealKey } from "#app/services/model/seal-key.server.ts";
import { getUsage } from "#app/services/usage/get-usage.server.ts";
import { removeKey, setKey } from "#app/services/usage/set-key.server.ts";
import { noFindings } from "#app/domain/grading/findings/findings.ts";
import { startAnthropicServer } from "#test/support/anthropic-server.ts";
import { useTestDatabase } from "#test/support/database.ts";
import { gradedScenario as scenario, gradedTranscript as transcript } from "#test/support/graded-scenario.ts";
import { makeMember, makeOrganisation } from "#test/support/organisation.ts";

const model = await startAnthropicServer();
process.env.ANTHROPIC_API_KEY = "sk-ant-api03-the-key-of-the-server-itself";
process.env.ANTHROPIC_BASE_URL = model.url;
useTestDatabase();
afterAll(() => model.close());

const apiKey = "sk-ant-api03-the-key-of-acme-and-nobody-Qk7e";
let admin: Viewer;
let organisation: string;
beforeAll(async () => {
  organisation = (await makeOrganisation({ name: "Acme" })).id;
  admin = await makeMember({ organisationId: organisation, roles: ["admin"] });
});

const adminThere = () => ({ organisationId: organisation, userId: admin.id });
const stored = () => db().organisation.findUniqueOrThrow({ where: { id: organisation } });
const keyOnPage = async () => (await getUsage(admin, { organisation }))?.key;

test("without a key of its own an organisation's calls are made with the server's", async () => {
  expect((await accountFor(adminThere())).apiKey).toBe("sk-ant-api03-the-key-of-the-server-itself");
  expect(await keyOnPage()).toEqual({ kind: "server" });
});

test("a key is stored encrypted, used for its organisation alone, and shown by its last four characters", async () => {
  expect(await setKey(admin, { organisation, apiKey })).toEqual({ ok: true });
  const row = await stored();
  expect(JSON.stringify(row)).not.toContain(apiKey.slice(0, -4));
  expect(row.apiKeyHint).toBe("Qk7e");
  expect((await accountFor(adminThere())).apiKey).toBe(apiKey);
  expect((await accountFor({ organisationId: null, userId: admin.id })).apiKey).not.toBe(apiKey);
  const view = await getUsage(admin, { organisation });
  expect(view?.key).toEqual({ kind: "own", hint: "Qk7e" });
  expect(JSON.stringify(view)).not.toContain(apiKey.slice(0, -4));
});

test("the same key sealed twice looks different, and opens for nobody else", async () => {
  const other = await makeOrganisation();
  const [first, second] = [sealKey(apiKey, organisation), sealKey(apiKey, organisation)];
  expect(first).not.toBe(second);
  expect(openKey(second, organisation)).toBe(apiKey);
  expect(openKey(first, other.id)).toBeNull();
  await db().member.create({ data: { organisationId: other.id, userId: admin.id, roles: ["admin"] } });
  await db().organisation.update({ where: { id: other.id }, data: { sealedApiKey: (await stored()).sealedApiKey } });
  expect((await accountFor({ organisationId: other.id, userId: admin.id })).apiKey).toBeNull();
});

test.each(["", "v1.", "v1.AAAA", "v2.aGVsbG8", "not sealed at all", `v1.${"A".repeat(80)}`])(
  "%j opens to nothing",
  (sealed) => {
    expect(openKey(sealed, organisation)).toBeNull();
  },
);

test("a key that can no longer be opened is a state with a reason, and the server's is not taken instead", async () => {
  const { sealedApiKey } = await stored();
  const last = sealedApiKey?.at(-3) === "A" ? "B" : "A";
  const broken = `${sealedApiKey?.slice(0, -3)}${last}${sealedApiKey?.slice(-2)}`;
  await db().organisation.update({ where: { id: organisation }, data: { sealedApiKey: broken } });
  expect(await keyOnPage()).toEqual({ kind: "cannot_open", hint: "Qk7e" });
  expect(await canUseModel(adminThere())).toBe(false);
  expect(await graderFor(adminThere())).toBe("anthropic");
  const grader = await chooseGrader("anthropic", { purpose: "grade", ...adminThere() });
  expect(await grader.grade({ scenario, transcript, findings: noFindings })).toMatchObject({
    ok: false,
    reason: "no_key",
    message: "The key of Acme for the model's API can no longer be opened; an admin of Acme has to set it again.",
  });
  expect(model.received).toEqual([]);
});

test("a key that is set again is used again, and one that is removed is gone", async () => {
  await setKey(admin, { organisation, apiKey: "sk-ant-api03-another-key-of-acme-instead-Zz11" });
  expect(await keyOnPage()).toEqual({ kind: "own", hint: "Zz11" });
  await removeKey(admin, organisation);
  expect(await stored()).toMatchObject({ sealedApiKey: null, apiKeyHint: null });
  expect(await keyOnPage()).toEqual({ kind: "server" });
});

test("for whoever is no member any more nobody pays: neither the organisation nor the server", async () => {
  const gone = await makeMember({ organisationId: organisation, roles: ["instructor"] });
  const there = { organisationId: organisation, userId: gone.id };
  expect([await canUseModel(there), await graderFor(there)]).toEqual([true, "anthropic"]);
  await db().member.deleteMany({ where: { userId: gone.id } });
  for (const spender of [there, { ...there, userId: null }]) {
    expect([await canUseModel(spender), await graderFor(spender)]).toEqual([false, "offline"]);
  }
  // What was queued while they were a member.
  const grader = await chooseGrader("anthropic", { purpose: "dry_run", ...there });
  expect(await grader.grade({ scenario, transcript, findings: noFindings })).toMatchObject({
    ok: false,
    reason: "no_key",
    message: expect.stringMatching(/^Whoever asked for this is no member of Acme any more/),
  });
  expect(await canUseModel({ ...there, organisationId: null })).toBe(true);
  expect(model.received).toEqual([]);
});

test.each(["candidate", "instructor", "reviewer"] as const)("a %s may neither set, remove nor see it", async (role) => {
  const viewer = await makeMember({ organisationId: organisation, roles: [role] });
  expect(await setKey(viewer, { organisation, apiKey })).toBeNull();
  expect(await removeKey(viewer, organisation)).toBeNull();
  expect(await getUsage(viewer, { organisation })).toBeNull();
  expect((await stored()).sealedApiKey).toBeNull();
});
