import { expect, test } from "vitest";
import { db } from "#app/db/client.server.ts";
import { deliverMail } from "#app/services/accounts/mail/deliver-mail.server.ts";
import { listMail } from "#app/services/accounts/mail/list-mail.server.ts";
import { sendMail } from "#app/services/accounts/mail/send-mail.server.ts";
import { useTestJobs } from "#test/support/database.ts";
import { idleJobs } from "#test/support/idle-jobs.ts";
import { startMailServer } from "#test/support/mail-server.ts";

const refusals = new Map<string, number>();
const server = await startMailServer((recipient) => refusals.get(recipient) ?? null);
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = "Tradeoff <mail@tradeoff.example>";
useTestJobs({ ...idleJobs, "deliver-mail": ({ mailId }) => deliverMail(mailId) });

const mailTo = (to: string) => db().mail.findFirstOrThrow({ where: { to } });

test("a mail is handed to the mail server as it is, and its words are forgotten here", async () => {
  await sendMail({
    to: "ada@example.com",
    subject: "Grüße",
    text: "One line.\nhttp://localhost:3000/magic-link?token=t",
  });
  await expect.poll(async () => (await mailTo("ada@example.com")).sentAt, { timeout: 20_000 }).not.toBeNull();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toMatchObject({ to: ["ada@example.com"], from: "mail@tradeoff.example" });
  expect(server.received[0]?.source).toMatch(/^Subject: =\?UTF-8\?Q\?Gr=C3=BC=C3=9Fe\?=/m);
  expect(server.received[0]?.source).toMatch(/token=3Dt|token=t/);
  expect(await mailTo("ada@example.com")).toMatchObject({ text: "", fault: null });
});

test("a mail that was delivered is not delivered again by a job that runs twice", async () => {
  const before = server.received.length;
  await deliverMail((await mailTo("ada@example.com")).id);
  expect(server.received).toHaveLength(before);
});

test("what cannot be delivered now keeps its fault and its words, and goes out when it can", async () => {
  refusals.set("busy@example.com", 450);
  const { id } = await db().mail.create({ data: { to: "busy@example.com", subject: "Later", text: "Words" } });
  await deliverMail(id);
  expect(await mailTo("busy@example.com")).toMatchObject({ sentAt: null, text: "Words" });
  expect((await mailTo("busy@example.com")).fault).toMatch(/450/);
  refusals.clear();
  await deliverMail(id);
  expect(await mailTo("busy@example.com")).toMatchObject({ sentAt: expect.any(Date), fault: null });
});

test("an address that is refused for good is not tried again", async () => {
  refusals.set("gone@example.com", 550);
  const waiting = () =>
    db().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'deliver-mail' AND state < 'active'`;
  const before = (await waiting()).length;
  const { id } = await db().mail.create({ data: { to: "gone@example.com", subject: "Never", text: "Words" } });
  await deliverMail(id);
  expect((await mailTo("gone@example.com")).fault).toMatch(/550/);
  expect(await waiting()).toHaveLength(before);
});

test("an address with a comma or a line break is one address, and adds no recipient and no header", async () => {
  for (const to of ["eve@example.com, more@example.com", "eve@example.com\r\nBcc: more@example.com"]) {
    const before = server.received.length;
    const { id } = await db().mail.create({ data: { to, subject: "One\r\nBcc: two@example.com", text: "Words" } });
    await deliverMail(id);
    for (const { to: recipients, source } of server.received.slice(before)) {
      expect(recipients).toHaveLength(1);
      expect(source).not.toMatch(/^Bcc:/im);
    }
  }
});

test("mails older than a month are let go, and the newest stands first", async () => {
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db().mail.create({ data: { to: "old@example.com", subject: "Old", text: "", createdAt: longAgo } });
  await sendMail({ to: "new@example.com", subject: "New", text: "Words" });
  const mails = await listMail();
  expect(mails[0]?.subject).toBe("New");
  expect(mails.map(({ subject }) => subject)).not.toContain("Old");
});
