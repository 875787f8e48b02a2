import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

// What is written of a request that broke, by the process that writes it: its log is standard error.

const breakOne = `
  const { handleError } = await import("#app/entry.server.tsx");
  const request = new Request("http://localhost:3000/invitations/secret-token?q=secret-query");
  handleError(new Error("The page broke."), { request, params: {}, context: {} });
`;

test("the log of a broken request does not hold what opens an invitation", async () => {
  const given = ["--import", "tsx", "--input-type=module", "--eval", breakOne];
  const env = { ...process.env, LOG_LEVEL: "error" };
  const { stderr } = await promisify(execFile)(process.execPath, given, { env });
  expect(stderr).toContain("The page broke.");
  expect(stderr).toContain('"path":"/invitations/…"');
  expect(stderr).not.toContain("secret");
});
