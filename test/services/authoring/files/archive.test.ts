import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isDraftPath, type DraftFiles } from "#app/domain/authoring/draft.ts";
import { readArchive } from "#app/services/authoring/files/read-archive.server.ts";
import { writeArchive } from "#app/services/authoring/files/write-archive.server.ts";
import { makeZip, type ZipEntry } from "#test/support/zip.ts";

async function readShipped(): Promise<{ slug: string; files: DraftFiles }[]> {
  const slugs = (await readdir("scenarios", { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    slugs.map(async ({ name: slug }) => {
      const paths = await readdir(join("scenarios", slug), { recursive: true });
      const kept = paths.filter(isDraftPath).sort();
      const texts = await Promise.all(kept.map((path) => readFile(join("scenarios", slug, path), "utf8")));
      return { slug, files: Object.fromEntries(kept.map((path, at) => [path, texts[at] ?? ""])) };
    }),
  );
}

async function scenariosOf(bytes: Buffer) {
  const read = await readArchive(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.scenarios;
}

test("every scenario that ships comes back from a zip byte for byte, and so do all at once", async () => {
  const shipped = await readShipped();
  expect(shipped.length).toBeGreaterThan(20);
  for (const each of shipped) expect(await scenariosOf(await writeArchive([each]))).toEqual([each]);
  const bySlug = shipped.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const small = bySlug.slice(0, 10);
  expect(await scenariosOf(await writeArchive(small))).toEqual(small);
});

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const path = fc.oneof(
  fc.constantFrom("scenario.md", "rubric.yaml", "hints.yaml"),
  slug.map((name) => `calibration/${name}.md`),
);
const text = fc
  .array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\r\n", "\r", "\ufeff", "\u2028", "---\n", "é", "e\u0301")),
  )
  .map((parts) => parts.join("").replaceAll("\u0000", ""));
const scenarios = fc.uniqueArray(fc.record({ slug, files: fc.dictionary(path, text, { minKeys: 1, maxKeys: 6 }) }), {
  selector: (each) => each.slug,
  minLength: 1,
  maxLength: 4,
});

test("whatever texts a scenario has, a zip of it gives them back, line ends and marks included", async () => {
  await fc.assert(
    fc.asyncProperty(scenarios, async (written) => {
      const read = await scenariosOf(await writeArchive(written));
      expect(read).toEqual(written.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
      for (const { files } of read) expect(Object.keys(files)).toEqual(Object.keys(files).toSorted());
    }),
    { numRuns: 150 },
  );
});

test("the same scenarios give the same bytes, in whatever order they come", async () => {
  const files = { "scenario.md": "one", "rubric.yaml": "two", "calibration/strong.md": "three" };
  const turned = Object.fromEntries(Object.entries(files).toReversed());
  const first = await writeArchive([
    { slug: "a", files },
    { slug: "b", files },
  ]);
  const second = await writeArchive([
    { slug: "b", files: turned },
    { slug: "a", files: turned },
  ]);
  expect(first.equals(second)).toBe(true);
});

const good: ZipEntry = { name: "desk/scenario.md", data: "text" };

async function refusalOf(...entries: ZipEntry[]): Promise<string> {
  const read = await readArchive(makeZip(entries));
  return read.ok ? "it was read" : read.message;
}

test("a name that leads anywhere but into the zip refuses it, and is named", async () => {
  const names: [string, RegExp][] = [
    ["../desk/scenario.md", /“\.\.\/desk\/scenario\.md” leads out of its folder/],
    ["desk/../../etc/passwd", /leads out/],
    ["desk/./scenario.md", /leads out/],
    ["/etc/passwd", /names a place on a disk/],
    ["C:/desk/scenario.md", /names a place on a disk/],
    ["c:scenario.md", /names a place on a disk/],
    ["desk\\scenario.md", /holds a backslash/],
    ["desk//scenario.md", /an empty folder/],
    ["desk/scen\nario.md", /control character/],
    ["desk/scenario.md\u0000.png", /control character/],
    ["", /has no name/],
    [`desk/${"x".repeat(300)}.md`, /longer than any file/],
  ];
  for (const [name, says] of names) expect(await refusalOf(good, { name })).toMatch(says);
});

test("links, devices and locked entries refuse the zip", async () => {
  expect(await refusalOf({ ...good, unixMode: 0o120777 })).toMatch(/“desk\/scenario.md” is a symbolic link/);
  expect(await refusalOf(good, { name: "desk/pipe", unixMode: 0o010644 })).toMatch(/“desk\/pipe” is no ordinary file/);
  expect(await refusalOf(good, { name: "desk/disk", unixMode: 0o060644 })).toMatch(/no ordinary file/);
  expect(await refusalOf({ ...good, isEncrypted: true })).toMatch(/is encrypted/);
  expect(await refusalOf(good, { name: "desk/inner.zip" })).toMatch(/“desk\/inner.zip” is an archive inside the zip/);
});

test("two names that are one file on some disk refuse the zip", async () => {
  expect(await refusalOf(good, good)).toMatch(/would be one file/);
  expect(await refusalOf(good, { name: "desk/SCENARIO.md" })).toMatch(
    /“desk\/SCENARIO.md” and “desk\/scenario.md” would be one file/,
  );
  expect(await refusalOf(good, { name: "desk/caf\u00e9.md" }, { name: "desk/cafe\u0301.md" })).toMatch(/one file/);
  expect(await refusalOf({ ...good, localName: "desk/rubric.yaml" })).toMatch(/has two names/);
});

test("what is no text refuses the zip", async () => {
  expect(await refusalOf({ ...good, data: Buffer.from([0xc3, 0x28]) })).toMatch(/is not written in UTF-8/);
  expect(await refusalOf({ ...good, data: makeZip([good]) })).toMatch(
    /“desk\/scenario.md” (is not written in UTF-8|holds a)/,
  );
  expect(await refusalOf({ ...good, data: "a\u0000b" })).toMatch(/U\+0000/);
  expect(await refusalOf({ name: Buffer.from([0x64, 0xff, 0x2f]) })).toMatch(
    /A name in the zip is not written in UTF-8/,
  );
  expect(await refusalOf({ ...good, crc: 1 })).toMatch(/was damaged/);
});

test("a zip that unpacks to far more than it weighs is refused, also when it lies about it", async () => {
  const zeros = Buffer.alloc(50_000_000, "a");
  const bomb = makeZip([{ ...good, data: zeros }]);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await readArchive(bomb)).toEqual({
    ok: false,
    message: expect.stringMatching(/“desk\/scenario.md” is larger/),
  });
  const lying = await readArchive(makeZip([{ ...good, data: zeros, sizeBytes: 10 }]));
  expect(lying.ok).toBe(false);
  const many = Array.from({ length: 20 }, (_, at) => ({
    name: `s${at}/scenario.md`,
    data: Buffer.alloc(300_000, "b"),
  }));
  expect(await refusalOf(...many)).toMatch(/Unpacked, the zip is larger than 5 MB/);
});

test("ten thousand entries are refused by their number alone", async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `s${at}/scenario.md`, data: "x" }));
  expect(await refusalOf(...many)).toBe("The zip holds 10,000 entries; 500 are the most that are read.");
});

test("bytes that are no zip, or half of one, are refused in the same words", async () => {
  const whole = makeZip([good]);
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from("<html>"),
    whole.subarray(0, whole.length - 30),
    Buffer.alloc(100),
  ]) {
    expect(await readArchive(bytes)).toEqual({ ok: false, message: expect.stringMatching(/is no zip/) });
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
      const bytes = Buffer.from(whole);
      bytes[at] = value;
      const read = await readArchive(bytes);
      if (read.ok) expect(read.scenarios).toEqual([{ slug: "desk", files: { "scenario.md": "text" } }]);
      else expect(read.message).toMatch(/\.$/);
    }),
    { numRuns: 300 },
  );
});

test("what is no file of a scenario is left out and named, and the rest is read", async () => {
  const read = await readArchive(
    makeZip([
      { name: "desk/" },
      good,
      { name: "__MACOSX/desk/._scenario.md" },
      { name: "desk/.DS_Store" },
      { name: "desk/calibration/größe.md" },
      { name: "desk/notes.txt" },
      { name: "Desk Two/scenario.md" },
      { name: "readme.md" },
    ]),
  );
  expect(read).toEqual({
    ok: true,
    scenarios: [{ slug: "desk", files: { "scenario.md": "text" } }],
    leftOut: [
      { name: "__MACOSX/desk/._scenario.md", why: "kept by the file manager for itself" },
      { name: "desk/.DS_Store", why: "kept by the file manager for itself" },
      { name: "desk/calibration/größe.md", why: "is no file of a scenario" },
      { name: "desk/notes.txt", why: "is no file of a scenario" },
      { name: "Desk Two/scenario.md", why: expect.stringMatching(/lower-case words/) },
      { name: "readme.md", why: "lies outside a scenario's folder" },
    ],
  });
  expect(await refusalOf({ name: "readme.md" })).toMatch(/holds no scenario/);
});
