import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeDirectory } from "#test/support/directory.ts";

const cruiser = resolve("node_modules/.bin/depcruise");
const rules = resolve(".dependency-cruiser.cjs");

/** Files that each break one rule, and the rule they break. */
const violations = [
  ["app/domain/grading/reads-disk.ts", 'import "node:fs";', "domain-is-pure"],
  ["app/domain/text/knows-grading.ts", 'import "../grading/score.ts";', "domain-order-accounts-text"],
  ["app/domain/simulator/knows-text.ts", 'import "../text/words.ts";', "simulator-stands-alone"],
  ["app/components/asks-service.tsx", 'import "../services/list.server.ts";', "components-know-the-domain-only"],
  ["app/services/knows-route.server.ts", 'import "../routes/home.tsx";', "services-do-not-know-the-web"],
  ["app/routes/asks-database.tsx", 'import "../db/client.server.ts";', "routes-go-through-services"],
  ["app/http/asks-library.server.ts", 'import "../services/list.server.ts";', "http-asks-accounts-only"],
  ["app/db/knows-service.server.ts", 'import "../services/list.server.ts";', "db-is-the-floor"],
  ["app/services/knows-test.server.ts", 'import "../../test/support.ts";', "production-needs-no-test-tools"],
] as const;

const targets = [
  "app/domain/grading/score.ts",
  "app/domain/text/words.ts",
  "app/services/list.server.ts",
  "app/routes/home.tsx",
  "app/db/client.server.ts",
  "test/support.ts",
];

async function write(root: string, path: string, text: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

test("every import rule is broken by the file that is planted against it", async () => {
  const root = await makeDirectory();
  for (const path of targets) await write(root, path, "export {};\n");
  for (const [path, text] of violations) await write(root, path, `${text}\n`);
  await write(root, "tsconfig.json", "{}");
  const args = ["app", "--config", rules, "--output-type", "json"];
  const { stdout } = await promisify(execFile)(cruiser, args, { cwd: root }).catch(
    (error) => error as { stdout: string },
  );
  const found = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }).summary;
  const broken = found.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  expect(broken).toEqual(expect.arrayContaining(violations.map(([path, , rule]) => `${path} ${rule}`)));
});
