import { expect, test } from "vitest";
import { figureSubjects } from "#app/domain/content/figures-subject.ts";
import { volumeThresholds } from "#app/domain/content/volume-threshold.ts";
import { loader as loadLedger } from "#app/routes/figures.tsx";
import { loader as loadGlossary } from "#app/routes/glossary.tsx";
import { listFiguresOf } from "#app/services/library/material/list-figures-of.server.ts";
import { loadLibrary } from "#app/services/library/load-library.server.ts";

const { figures, contradictions } = await loadLedger();

test("every figure is about something, and hardly one about the rest", () => {
  expect(figures.length).toBeGreaterThan(250);
  expect(new Set(figures.map(({ about }) => about))).toEqual(new Set(figureSubjects));
  expect(figures.filter(({ about }) => about === "other").length).toBeLessThan(figures.length / 20);
});

test("a figure knows the sections, scenarios and labs that show it", () => {
  const embedding = figures.find(({ id }) => id === "s0-study-embedding");
  const to = embedding?.uses.map((use) => use.to) ?? [];
  expect(to).toContain("/learn/cost#check-the-multiplication");
  expect(to).toContain("/scenarios/legal-document-analysis");
  expect(to).toContain("/labs/cost");
  const median = figures.find(({ id }) => id === "s0-total-retrieval-p50");
  expect(median?.uses.map((use) => use.to)).toContain("/labs/latency");
  const volume = figures.find(({ id }) => id === "s2-flowchart-volume");
  expect(volume?.uses.map((use) => use.to)).toContain("/labs/decide");
});

test("every use of a figure leads to a section, a scenario or a lab", async () => {
  const { pages, scenarios } = await loadLibrary();
  const places = new Set([
    ...pages.flatMap((page) => page.sections.map(({ id }) => `/learn/${page.slug}#${id}`)),
    ...pages.map(({ slug }) => `/learn/${slug}`),
    ...scenarios.map(({ scenario }) => `/scenarios/${scenario.slug}`),
    "/labs/cost",
    "/labs/latency",
    "/labs/decide",
  ]);
  const lost = figures.flatMap(({ uses }) => uses.map(({ to }) => to)).filter((to) => !places.has(to));
  expect(lost).toEqual([]);
});

test("all contradictions are there, and the four thresholds of volume are a hundred times apart", () => {
  expect(contradictions).toHaveLength(58);
  const thresholds = volumeThresholds(figures);
  expect(thresholds.map(({ source, perMonth }) => [source, perMonth])).toEqual([
    ["S2:444", 100_000],
    ["S2:330", 1_000_000],
    ["S0:325", 3_000_000],
    ["S1:156", 10_000_000],
  ]);
  const named = contradictions.find(({ id }) => id === "C36")?.figures ?? [];
  expect(thresholds.every(({ figure }) => named.includes(figure.id))).toBe(true);
});

test("the glossary is sorted, and what a term sends to exists", async () => {
  const { terms } = await loadGlossary();
  const names = terms.map(({ term }) => term.toLowerCase());
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
  expect(terms.find(({ id }) => id === "hybrid")?.senses).toHaveLength(3);
  const see = terms.flatMap((term) => term.see);
  expect(see.length).toBeGreaterThan(30);
  expect(see.every(({ to, title }) => to.startsWith("/learn/") && title.includes(": "))).toBe(true);
});

test("a value shown with its source finds its entry, and one that is nowhere finds none", async () => {
  const found = await listFiguresOf([
    { id: "bill", value: 340, unit: "$/month", source: "S0:35" },
    { id: "own", value: 18_000, unit: "questions/day" },
  ]);
  expect(found.bill?.map(({ id }) => id)).toEqual(["s0-study-embedding"]);
  expect(found.own).toEqual([]);
});
