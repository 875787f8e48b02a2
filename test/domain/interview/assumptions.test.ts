import { expect, test } from "vitest";
import { assumptionsIn, leaveToAssume, yoursToAssume } from "#app/domain/interview/assumptions.ts";
import { askInterviewer, startInterview } from "#app/domain/interview/session.ts";
import type { Turn } from "#app/domain/interview/transcript.ts";
import { makeScenario } from "#test/support/scenario.ts";

const said = (text: string, seq = 2): Turn => ({
  seq,
  speaker: "candidate",
  kind: "answer",
  text,
  checkId: null,
  factId: null,
});

test.each([
  ["I assume the traffic doubles by spring.", "I assume the traffic doubles by spring."],
  ["So I'm assuming ten cents per call. Then it comes to $40.", "I'm assuming ten cents per call."],
  ["Let's say five requests a second at most.", "Let's say five requests a second at most."],
  ["I'll take it that nobody reads the log.", "I'll take it that nobody reads the log."],
  ["Assuming the tables are stable, training is cheap.", "Assuming the tables are stable, training is cheap."],
  ["My assumption is that drafts are kept for a year.", "My assumption is that drafts are kept for a year."],
])("finds what is assumed in: %s", (text, quote) => {
  const [found, ...more] = assumptionsIn([said(text)]);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ seq: 2, quote });
  expect(text.slice(found?.start, found?.end)).toBe(quote);
});

test.each([
  "I would not assume that the index is complete.",
  "We can't assume anything about the load.",
  "May I assume that traffic doubles?",
  "The assumptions of the study are listed above.",
  "Tables change every week.",
])("finds none in: %s", (text) => {
  expect(assumptionsIn([said(text)])).toEqual([]);
});

test("what the interviewer says and what is drawn are no assumptions of the candidate's", () => {
  const turns = [
    { ...said("I assume so."), speaker: "interviewer" as const },
    { ...said("I assume so."), kind: "diagram" as const },
  ];
  expect(assumptionsIn(turns)).toEqual([]);
});

test("a question nobody foresaw is handed back in other words each time", () => {
  const turns = startInterview(makeScenario());
  for (const text of ["How is the moon?", "And the tide?", "And the wind?"]) {
    const step = askInterviewer({ phase: "answering", turns }, { text, seenSeq: turns.length }, () => []);
    if (!step.ok) throw new Error(step.reason);
    turns.push(...step.added);
  }
  const told = turns.filter(({ kind }) => kind === "fact").map(({ text }) => text);
  expect(told[0]).toBe(yoursToAssume);
  expect(new Set(told).size).toBe(3);
  for (const text of told) expect(text).toMatch(/assum/i);
});

test("who has assumed something on the matter is told that it stands; on another matter they are not", () => {
  const turns = [...startInterview(makeScenario()), said("I assume the traffic doubles by spring.")];
  expect(leaveToAssume(turns, "How does the traffic look in spring?")).toMatch(/assumption .*(stands|holds)/i);
  expect(leaveToAssume(turns, "Who maintains the catalogue?")).toBe(yoursToAssume);
});
