import { expect, test } from "vitest";
import { parseTryForm, readLabelForm } from "#app/http/try-form.server.ts";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

const [zero, half] = ["\u0000", "\ud83d"];

test("a pasted answer and the name of a run are read as they can be kept", () => {
  expect(
    parseTryForm(form(["intent", "paste"], ["name", `a${zero}`], ["text", `One${zero}\rtwo${half}`])),
  ).toMatchObject({
    name: "a",
    text: "One\ntwo\uFFFD",
  });
  for (const intent of ["cancel", "resume"]) {
    expect(parseTryForm(form(["intent", intent], ["run", `${zero}r`]))).toMatchObject({ intent, run: "r" });
  }
});

test("answers and graders are lists, however many of them were chosen", () => {
  const chosen = form(["intent", "run"], ["answer", "a"], ["answer", "b"], ["grader", "offline"], ["repeats", "2"]);
  expect(parseTryForm(chosen)).toEqual({ intent: "run", answers: ["a", "b"], graders: ["offline"], repeats: 2 });
  expect(parseTryForm(form(["intent", "run"], ["repeats", "1"]))).toMatchObject({ answers: [], graders: [] });
});

test("labels are read as they can be kept", () => {
  expect(readLabelForm(form(["band", `strong${zero}`], ["verdict:k-1", `met${half}`], ["other", "x"]))).toEqual({
    band: "strong",
    verdicts: { "k-1": "met\uFFFD" },
  });
});
