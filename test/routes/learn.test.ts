import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { studyParts } from "#app/domain/content/part.ts";
import { loader as loadPage, meta as metaOfPage } from "#app/routes/learn.$page.tsx";
import { loader as loadList } from "#app/routes/learn._index.tsx";
import { useTestDatabase } from "#test/support/database.ts";

useTestDatabase();

const argsFor = (page: string): LoaderFunctionArgs => ({
  request: new Request(`http://localhost/learn/${page}`),
  params: { page },
  context: { cspNonce: "", outgoing: { whenDrained: () => Promise.resolve(true) } },
});

const loadListOf = () => loadList(argsFor(""));
const listPages = async () => (await loadListOf()).parts.flatMap(({ pages }) => pages);

test("anyone may read the list, part by part and in order, without signing in", async () => {
  const { parts } = await loadListOf();
  const order = parts.map(({ part }) => studyParts.indexOf(part));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const pages = await listPages();
  expect(pages[0]).toMatchObject({ slug: "knowledge-or-behaviour", title: "Knowledge or behaviour" });
  expect(pages.map(({ slug }) => slug)).toContain("when-sources-disagree");
  expect(pages.every(({ keyIdea, minutes }) => keyIdea !== "" && minutes > 0)).toBe(true);
  expect(pages.find(({ slug }) => slug === "cost")?.scenarios.map(({ slug }) => slug)).toContain(
    "customer-support-chatbot",
  );
});

test("a page comes with its neighbours, its sections, its figures and the scenarios that need it", async () => {
  const pages = await listPages();
  const at = pages.findIndex(({ slug }) => slug === "cost");
  const { page } = await loadPage(argsFor("cost"));
  expect(page.previous?.slug).toBe(pages[at - 1]?.slug);
  expect(page.next?.slug).toBe(pages[at + 1]?.slug);
  expect(page.sections.map(({ id }) => id)).toContain("break-even");
  expect(page.body.some((block) => block.kind === "diagram")).toBe(true);
  expect(page.body.some((block) => block.kind === "html" && block.html.includes('id="break-even"'))).toBe(true);
  expect(page.figures).toContainEqual(expect.objectContaining({ id: "s0-study-embedding", status: "recomputed" }));
  expect(page.neededBy.scenarios.map(({ slug }) => slug)).toContain("customer-support-chatbot");
});

test("an exercise in reading code stands apart from the scenarios that ask", async () => {
  const asked = await Promise.all((await listPages()).map(({ slug }) => loadPage(argsFor(slug))));
  const of = (key: "scenarios" | "exercises") =>
    new Set(asked.flatMap(({ page }) => page.neededBy[key].map(({ slug }) => slug)));
  const exercises = of("exercises");
  expect(exercises.size).toBeGreaterThan(0);
  expect([...of("scenarios")].filter((slug) => exercises.has(slug))).toEqual([]);
});

test("every figure that a page shows by a badge is among its entries", async () => {
  for (const { slug } of await listPages()) {
    const { page } = await loadPage(argsFor(slug));
    const html = page.body.map((block) => (block.kind === "html" ? block.html : "")).join("");
    const badges = [...html.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(badges)).toEqual(new Set(page.figures.map(({ id }) => id)));
  }
});

test("the first page has nothing before it and the last nothing after", async () => {
  const pages = await listPages();
  expect((await loadPage(argsFor(pages[0]?.slug ?? ""))).page.previous).toBeNull();
  expect((await loadPage(argsFor(pages.at(-1)?.slug ?? ""))).page.next).toBeNull();
});

test.each(["nothing-here", "", "../scenarios", "Cost"])("there is no page %j", async (slug) => {
  const refused = await loadPage(argsFor(slug)).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ status: 404 });
});

test("the page's title and idea are those of the document", async () => {
  const data = await loadPage(argsFor("cost"));
  const meta = metaOfPage({ data, params: {}, location: {} as never, matches: [] });
  expect(meta).toContainEqual({ title: "Cost · Tradeoff" });
  expect(meta).toContainEqual({ name: "description", content: data.page.keyIdea });
});
