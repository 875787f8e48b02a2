import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { loader as loadPage, meta as metaOfPage } from "#app/routes/learn.$page.tsx";
import { loader as loadList } from "#app/routes/learn._index.tsx";

const argsFor = (page: string): LoaderFunctionArgs => ({
  request: new Request(`http://localhost/learn/${page}`),
  params: { page },
  context: { cspNonce: "" },
});

test("anyone may read the list, in order, without signing in", async () => {
  const { pages } = await loadList();
  expect(pages[0]).toMatchObject({ slug: "knowledge-or-behaviour", title: "Knowledge or behaviour" });
  expect(pages.map(({ slug }) => slug)).toContain("when-sources-disagree");
  expect(pages.every(({ keyIdea, minutes }) => keyIdea !== "" && minutes > 0)).toBe(true);
});

test("a page comes with its neighbours, its sections and the scenarios that need it", async () => {
  const { pages } = await loadList();
  const at = pages.findIndex(({ slug }) => slug === "cost");
  const { page } = await loadPage(argsFor("cost"));
  expect(page.previous?.slug).toBe(pages[at - 1]?.slug);
  expect(page.next?.slug).toBe(pages[at + 1]?.slug);
  expect(page.sections.map(({ id }) => id)).toContain("break-even");
  expect(page.body.some((block) => block.kind === "diagram")).toBe(true);
  expect(page.body.some((block) => block.kind === "html" && block.html.includes('id="break-even"'))).toBe(true);
  expect(page.neededBy.map(({ slug }) => slug)).toContain("customer-support-chatbot");
});

test("the first page has nothing before it and the last nothing after", async () => {
  const { pages } = await loadList();
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
