import { expect, test } from "vitest";
import { commandOf } from "#app/components/hiring/review/keys/review-keys.ts";

type Press = Parameters<typeof commandOf>[0];

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  code: "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...rest,
});
const reading = { isTyping: false, isPicking: false, hasSelection: false };
const picking = { ...reading, isPicking: true };

test.each([
  ["0", { type: "level", level: 0 }],
  ["4", { type: "level", level: 4 }],
  ["u", { type: "level", level: null }],
  ["U", { type: "level", level: null }],
  ["j", { type: "criterion", step: 1 }],
  ["k", { type: "criterion", step: -1 }],
  ["e", { type: "evidence" }],
  ["n", { type: "note" }],
  ["g", { type: "next" }],
  ["?", { type: "keys" }],
])("%s is a key of the page", (key, command) => {
  expect(commandOf(press(key), reading)).toEqual(command);
});

test.each(["5", "9", "a", "Enter", "ArrowDown", "Escape", "Tab"])("%s is the browser’s while somebody reads", (key) => {
  expect(commandOf(press(key), reading)).toBeNull();
});

test("while somebody types only Escape is heard", () => {
  const typing = { ...picking, isTyping: true };
  for (const key of ["3", "u", "j", "e", "?", "ArrowDown", "Enter"]) expect(commandOf(press(key), typing)).toBeNull();
  expect(commandOf(press("Escape"), typing)).toEqual({ type: "leave-note" });
});

test("with a modifier a letter is the browser’s", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"] as const) {
    expect(commandOf(press("n", { [held]: true }), reading)).toBeNull();
    expect(commandOf(press("1", { [held]: true }), reading)).toBeNull();
  }
});

test("digits are found on keyboards that need Shift for them, and on the number pad", () => {
  expect(commandOf(press("&", { code: "Digit1" }), reading)).toEqual({ type: "level", level: 1 });
  expect(commandOf(press("1", { code: "Digit1", shiftKey: true }), reading)).toEqual({ type: "level", level: 1 });
  expect(commandOf(press("3", { code: "Numpad3" }), reading)).toEqual({ type: "level", level: 3 });
  expect(commandOf(press("!", { code: "Digit1", shiftKey: true }), reading)).toBeNull();
});

test.each([
  ["ArrowDown", {}, "next"],
  ["ArrowLeft", {}, "previous"],
  ["ArrowDown", { shiftKey: true }, "extend"],
  ["ArrowUp", { shiftKey: true }, "extend-back"],
  ["ArrowRight", { ctrlKey: true }, "start-later"],
  ["ArrowLeft", { altKey: true }, "start-earlier"],
  ["ArrowLeft", { ctrlKey: true, shiftKey: true }, "end-earlier"],
  ["ArrowRight", { altKey: true, shiftKey: true }, "end-later"],
  ["PageDown", {}, "next-answer"],
  ["Home", {}, "first"],
])("while words are picked %s with %o moves them", (key, rest, move) => {
  expect(commandOf(press(key, rest), picking)).toEqual({ type: "pick", move });
});

test("picked words are taken by Enter and cleared by Escape, selected ones cleared too", () => {
  expect(commandOf(press("Enter"), picking)).toEqual({ type: "take" });
  expect(commandOf(press("Escape"), picking)).toEqual({ type: "clear" });
  expect(commandOf(press("Escape"), { ...reading, hasSelection: true })).toEqual({ type: "clear" });
  expect(commandOf(press("2"), picking)).toEqual({ type: "level", level: 2 });
});
