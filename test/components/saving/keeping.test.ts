// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deviceStore } from "#app/components/saving/device-store.ts";
import { useDueSave } from "#app/components/saving/use-due-save.ts";
import { useKeptOnDevice } from "#app/components/saving/use-kept-on-device.ts";
import { useWakeAndLeave } from "#app/components/saving/use-wake-and-leave.ts";

const words = deviceStore("words", (value) => (typeof value === "string" ? value : null));
const key = "/draft";

/** What happened, in its order. */
let told: unknown[] = [];
const dispatch = (event: unknown) => void told.push(event);
const send = async () => void told.push("sent");

// A browser sends the last words when the page is gone; jsdom has no such thing.
const bodies: Blob[] = [];
Object.assign(navigator, {
  sendBeacon: (address: string, body: Blob) => {
    told.push(`beacon to ${address}`);
    return bodies.push(body) > 0;
  },
});

beforeEach(() => {
  told = [];
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

test("what is due is saved once, what is due later is not saved after the page was left", async () => {
  const due = renderHook<void, { atMs: number | null }>(({ atMs }) => useDueSave(atMs, send), {
    initialProps: { atMs: null },
  });
  due.rerender({ atMs: Date.now() - 1 });
  await vi.waitFor(() => expect(told).toEqual(["sent"]));
  due.rerender({ atMs: Date.now() + 20 });
  due.unmount();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(told).toEqual(["sent"]);
});

type Keeping = { kept: string | null; isUntouched: boolean };
const startKeeping = () =>
  renderHook<void, Keeping>((now) => useKeptOnDevice({ store: words, key, ...now, dispatch }), {
    initialProps: { kept: null, isUntouched: true },
  });

test("what the device kept is put back, and stays on it until something is made here", () => {
  words.keep(key, "kept before");
  const page = startKeeping();
  expect(told).toEqual([{ type: "restored", kept: "kept before", nowMs: expect.any(Number) }]);
  expect(words.find(key)).toBe("kept before");
  page.rerender({ kept: null, isUntouched: false });
  expect(words.find(key)).toBeNull();
});

test("unsaved work is on the device until it is saved, and another tab's is left alone", () => {
  const page = startKeeping();
  expect(told).toEqual([]);
  page.rerender({ kept: "first", isUntouched: false });
  page.rerender({ kept: "first words", isUntouched: false });
  expect(words.find(key)).toBe("first words");
  page.rerender({ kept: null, isUntouched: false });
  expect(words.find(key)).toBeNull();
  page.rerender({ kept: "second", isUntouched: false });
  words.keep(key, "of another tab");
  page.rerender({ kept: null, isUntouched: false });
  expect(words.find(key)).toBe("of another tab");
});

type Written = { text: string; saved: string; sending: string | null };
const startWriting = (initialProps: Written) =>
  renderHook(
    (state: Written) =>
      useWakeAndLeave({
        address: key,
        state,
        hasUnsent: ({ text, saved }) => text !== saved,
        send,
        write: ({ text }) => text,
        sending: { type: "sending", text: state.text },
        keep: () => words.keep(key, state.text),
        dispatch,
      }),
    { initialProps },
  );

function turnPage(visibilityState: DocumentVisibilityState) {
  Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}

const unsaved: Written = { text: "first", saved: "", sending: null };
const last = ["beacon to /draft", { type: "sending", text: "first words" }, { type: "failed", trouble: "unreachable" }];

test("a page that is left keeps and sends what it has by then, and nothing before", async () => {
  const page = startWriting(unsaved);
  page.rerender({ ...unsaved, text: "first words" });
  expect(told).toEqual([]);
  page.unmount();
  expect(told).toMatchObject(last);
  expect(bodies.at(-1)).toMatchObject({ type: "application/json", size: "first words".length });
  expect(words.find(key)).toBe("first words");
  window.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("online"));
  expect(told).toHaveLength(3);
});

test("a page that is put away sends its last words too, and what is saved is not sent again", () => {
  const page = startWriting({ ...unsaved, text: "first words" });
  window.dispatchEvent(new Event("pagehide"));
  expect(told).toMatchObject(last);
  page.rerender({ text: "first words", saved: "first words", sending: null });
  window.dispatchEvent(new Event("pagehide"));
  expect(told).toHaveLength(3);
});

test("it is tried again when the network or the person is back, and saved when the page goes out of sight", () => {
  const page = startWriting(unsaved);
  window.dispatchEvent(new Event("online"));
  turnPage("visible");
  expect(told).toEqual([{ type: "woke" }, { type: "woke" }]);
  turnPage("hidden");
  expect(told.slice(2)).toEqual(["sent"]);
  page.rerender({ ...unsaved, sending: "first" });
  turnPage("hidden");
  page.rerender({ ...unsaved, saved: "first" });
  turnPage("hidden");
  expect(told).toHaveLength(3);
  turnPage("visible");
});
