import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makePassages, placeOf } from "#app/domain/retrieval/passage.ts";
import { parseQuestions } from "#app/domain/retrieval/question-set.ts";
import { readLibrary } from "#app/services/library/load-library.server.ts";

const { questions, problems } = parseQuestions({
  file: "questions.yaml",
  text: await readFile("content/questions.yaml", "utf8"),
});

test("the questions are well written, enough, and split by topic", () => {
  expect(problems).toEqual([]);
  expect(questions.filter(({ answers }) => answers.length > 0).length).toBeGreaterThanOrEqual(60);
  for (const topic of new Set(questions.map((each) => each.topic))) {
    expect(new Set(questions.filter((each) => each.topic === topic).map(({ half }) => half)).size).toBe(1);
  }
  expect(new Set(questions.map(({ asks }) => asks)).size).toBe(questions.length);
});

test("every answer of a question is a place of the material", async () => {
  const material = await readLibrary({ scenariosDir: "scenarios", contentDir: "content" });
  const places = new Set(makePassages(material).map(placeOf));
  expect(questions.flatMap(({ answers }) => answers.filter((each) => !places.has(each)))).toEqual([]);
});
