import { expect, test } from "vitest";
import { maxAnswerChars } from "#app/domain/interview/session.ts";
import { parseRoomForm, readTyped } from "#app/http/room-form.server.ts";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test("an answer has its text, its diagram and the newest turn that was seen", () => {
  const sent = parseRoomForm(
    form(["intent", "answer"], ["text", "RAG"], ["diagram", "flowchart LR"], ["seenSeq", "3"], ["revision", "7"]),
  );
  expect(sent).toEqual({
    ok: true,
    sent: { intent: "answer", text: "RAG", diagram: "flowchart LR", seenSeq: 3, pasted: 0 },
  });
});

test("a browser's line breaks become one character before anything is counted", () => {
  const sent = parseRoomForm(form(["intent", "ask"], ["text", "one\r\ntwo\rthree\nfour"], ["seenSeq", "1"]));
  expect(sent).toMatchObject({ sent: { text: "one\ntwo\nthree\nfour" } });

  const long = "x\r\n".repeat(maxAnswerChars / 2);
  expect(parseRoomForm(form(["intent", "answer"], ["text", long], ["seenSeq", "1"]))).toMatchObject({ ok: true });
});

test("a text over the cap is refused by a sentence that names the cap", () => {
  const long = "x".repeat(maxAnswerChars + 1);
  const text = parseRoomForm(form(["intent", "answer"], ["text", long], ["seenSeq", "1"]));
  expect(text).toMatchObject({ ok: false, problem: expect.stringMatching(/^An answer may be at most 20,000/) });
  const diagram = parseRoomForm(form(["intent", "answer"], ["text", ""], ["diagram", long], ["seenSeq", "1"]));
  expect(diagram).toMatchObject({ ok: false, problem: expect.stringMatching(/^A diagram may be at most 20,000/) });
});

test("the button that finishes outweighs the choice beside it, wherever it stands in the form", () => {
  const fields: [string, string][] = [
    ["intent", "finish"],
    ["intent", "ask"],
    ["text", "How often?"],
    ["revision", "4"],
  ];
  const finish = { intent: "finish", holds: "ask", text: "How often?", diagram: "", revision: 4 };
  expect(parseRoomForm(form(...fields))).toEqual({ ok: true, sent: finish });
  expect(parseRoomForm(form(...fields.reverse()))).toEqual({ ok: true, sent: finish });
});

test("finishing alone takes nothing along that was not sent", () => {
  expect(parseRoomForm(form(["intent", "finish"]))).toMatchObject({
    sent: { intent: "finish", holds: "answer", text: "", revision: 0 },
  });
});

test("what is no form of the room is refused", () => {
  const wrong = [form(), form(["intent", "grade"]), form(["intent", "answer"], ["text", "x"], ["seenSeq", "soon"])];
  for (const each of wrong) expect(parseRoomForm(each).ok).toBe(false);
});

test("whoever is refused gets back what was typed, with line breaks of one character", () => {
  expect(readTyped(form(["intent", "ask"], ["text", "a\r\nb"]))).toEqual({
    kind: "clarification",
    text: "a\nb",
    diagram: "",
  });
});
