import { expect } from "vitest";
import { type HttpVisitor, textOf, visitOverHttp } from "#test/support/http-visitor.ts";
import { strongAnswers } from "#test/support/strong-answers.ts";

// An assessment and what is handed in to it, by the forms of the pages.

const password = "correct horse battery";

/** Signs up somebody who makes an organisation, opens an assessment in it and may review it too. */
export async function openAssessmentOverHttp(
  url: string,
  { handle, reviewersPerSession = 2 }: { handle: string; reviewersPerSession?: number },
): Promise<{ admin: HttpVisitor; invite: () => Promise<string> }> {
  const admin = visitOverHttp(url);
  await admin.post("/sign-up", { name: "Asa Admin", email: `${handle}@example.com`, password });
  await admin.post("/organisations/new", { name: "Hiring", handle });
  const form = await (await admin.get(`/hiring/${handle}/new`)).text();
  const scenario = /<option value="([^"]+)"[^>]*>[^<]*The help bot that has to keep up/.exec(form)?.[1] ?? "";
  const made = await admin.post(`/hiring/${handle}/new`, {
    name: "Platform engineer",
    contact: `${handle}@example.com`,
    about: "",
    deadline: "",
    warmUp: "",
    attempts: "1",
    retentionDays: "180",
    reviewersPerSession: String(reviewersPerSession),
    gateKappa: "0.6",
    gateLeast: "20",
    "part-1": scenario,
    "minutes-1": "30",
  });
  const address = made.headers.get("location") ?? "";
  expect(address, await textOf(made)).toMatch(/\/assessments\//);
  expect((await admin.post(`${address}?index`, { intent: "open" })).status).toBe(200);
  return { admin, invite: () => makeInvitation(admin, address) };
}

async function makeInvitation(admin: HttpVisitor, assessment: string): Promise<string> {
  const fields = { intent: "link", label: "A link", mostUses: "1", days: "14", extraTimePercent: "0" };
  const page = await (await admin.post(`${assessment}/people`, fields)).text();
  const path = /value="[^"]*(\/assess\/[\w-]+)"/.exec(page)?.[1];
  if (path === undefined) throw new Error("No link was made to invite with.");
  return path;
}

/** Somebody follows the link, reads what they are told, answers every question well, and has handed in. */
export async function handInOverHttp(url: string, invitation: string, name: string): Promise<HttpVisitor> {
  const candidate = visitOverHttp(url);
  const email = `${name.toLowerCase().replace(/\W+/g, "-")}-${Date.now()}@example.com`;
  await candidate.post("/sign-up", { name, email, password });
  const told = await (await candidate.get(invitation)).text();
  const notice = /name="notice" value="([^"]+)"/.exec(told)?.[1] ?? "";
  const begun = await candidate.post(invitation, { read: "on", notice });
  const own = begun.headers.get("location") ?? "";
  expect(own, await textOf(begun)).toMatch(/^\/assessments\//);
  const part = /name="part" value="([^"]+)"/.exec(await (await candidate.get(own)).text())?.[1] ?? "";
  const started = await candidate.post(own, { intent: "start", part });
  const sessionId = /^\/sessions\/([\w-]+)$/.exec(started.headers.get("location") ?? "")?.[1] ?? "";
  for (const answer of strongAnswers()) await candidate.answer(sessionId, answer);
  // The last answer to the last part hands in by itself.
  expect(await textOf(await candidate.get(own))).toContain("You have handed in");
  return candidate;
}
