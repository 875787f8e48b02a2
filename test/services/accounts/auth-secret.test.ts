import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { authSecret } from "#app/services/accounts/auth-secret.server.ts";
import { makeDirectory } from "#test/support/directory.ts";

test("the secret is made once, kept beside the data and readable by its owner only", async () => {
  const dataDir = join(await makeDirectory(), "data");
  const secret = authSecret({ authSecret: null, dataDir });
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(authSecret({ authSecret: null, dataDir })).toBe(secret);
  expect((await stat(join(dataDir, "auth-secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(["auth-secret"]);
});

test("a secret that is given is used, and nothing is written", async () => {
  const dataDir = await makeDirectory();
  expect(authSecret({ authSecret: "given".repeat(8), dataDir })).toBe("given".repeat(8));
  expect(await readdir(dataDir)).toEqual([]);
});

test("a damaged secret is reported, not replaced", async () => {
  const dataDir = await makeDirectory();
  await writeFile(join(dataDir, "auth-secret"), "short");
  expect(() => authSecret({ authSecret: null, dataDir })).toThrow(
    /auth-secret holds no secret: delete it, or set AUTH_SECRET/,
  );
});
