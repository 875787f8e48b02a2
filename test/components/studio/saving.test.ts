import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hasUnsent,
  isUnsaved,
  keptOf,
  saveDueAtMs,
  saving,
  startSaving,
  type Saving,
  type SavingEvent,
  type ServerTexts,
} from "#app/components/studio/saving/saving.ts";

const server = (texts: Record<string, string>, revision = 1, editedBy: string | null = null): ServerTexts => ({
  texts,
  revision,
  savedAt: "2026-11-22T00:00:00.000Z",
  editedBy,
});

const begun = (texts: Record<string, string> = { "a.md": "a", "b.yaml": "b" }) => startSaving(server(texts));

const write = (path: string, text: string, nowMs = 1_000): SavingEvent => ({
  type: "edited",
  edit: (texts) => ({ ...texts, [path]: text }),
  nowMs,
});

const after = (state: Saving, ...events: SavingEvent[]) => events.reduce(saving, state);
const sending = (state: Saving) => saving(state, { type: "sending", texts: state.texts });
const saved = (revision: number): SavingEvent => ({ type: "saved", revision, savedAt: "", problems: [] });
const theirs = (texts: Record<string, string>, revision: number, by = "Bea"): SavingEvent => ({
  type: "refused_as_old",
  theirs: server(texts, revision, by),
  nowMs: 5_000,
});

test("what is written is saved a second after typing rests, and in the middle of long typing", () => {
  const once = after(begun(), write("a.md", "x", 1_000));
  expect(saveDueAtMs(once)).toBe(2_000);
  const long = after(once, write("a.md", "xy", 1_900), write("a.md", "xyz", 2_800), write("a.md", "xyz!", 3_700));
  expect(saveDueAtMs(long)).toBe(4_000);
  expect(saveDueAtMs(begun())).toBeNull();
});

test("a receipt is for what was sent: what was written meanwhile is still to be saved", () => {
  const state = after(sending(after(begun(), write("a.md", "x"))), write("a.md", "xy"), saved(2));
  expect(state).toMatchObject({ revision: 2, base: { "a.md": "x" }, texts: { "a.md": "xy" } });
  expect(hasUnsent(state)).toBe(true);
});

test("files that only one of the two changed go together, and that is told and saved on top of theirs", () => {
  const state = after(sending(after(begun(), write("a.md", "mine"))), theirs({ "a.md": "a", "b.yaml": "hers" }, 7));
  expect(state.conflict).toBeNull();
  expect(state.texts).toEqual({ "a.md": "mine", "b.yaml": "hers" });
  expect(state).toMatchObject({ revision: 7, news: { paths: ["b.yaml"], by: "Bea" } });
  expect(hasUnsent(state)).toBe(true);
});

test("a file that both changed waits for a decision, and nothing is sent before it", () => {
  const state = after(sending(after(begun(), write("a.md", "mine"))), theirs({ "a.md": "hers", "b.yaml": "hers" }, 7));
  expect(state.conflict?.conflicts).toEqual([{ path: "a.md", base: "a", mine: "mine", theirs: "hers" }]);
  expect(state.texts["a.md"]).toBe("mine");
  expect(saveDueAtMs(state)).toBeNull();
  const decided = after(state, { type: "decided", decided: { "a.md": "both" }, nowMs: 9_000 });
  expect(decided).toMatchObject({ revision: 7, conflict: null, texts: { "a.md": "both", "b.yaml": "hers" } });
  expect(saveDueAtMs(decided)).toBeLessThanOrEqual(10_000);
});

test("taking theirs leaves nothing to save", () => {
  const state = after(sending(after(begun(), write("a.md", "mine"))), theirs({ "a.md": "hers", "b.yaml": "b" }, 7), {
    type: "decided",
    decided: { "a.md": "hers" },
    nowMs: 9_000,
  });
  expect(isUnsaved(state)).toBe(false);
});

test("a refusal that shows what this page has sent itself is a late receipt", () => {
  const lost = after(sending(after(begun(), write("a.md", "x"))), {
    type: "failed",
    trouble: "unreachable",
    nowMs: 2_000,
  });
  const again = sending(after(lost, write("a.md", "xy")));
  const state = after(again, theirs({ "a.md": "x", "b.yaml": "b" }, 2));
  expect(state).toMatchObject({ revision: 2, conflict: null, news: null, texts: { "a.md": "xy" } });
});

test("what a device kept comes back, and meets what others saved since", () => {
  const kept = keptOf(after(begun(), write("a.md", "mine")));
  expect(kept).toEqual({ revision: 1, changes: { "a.md": "mine" }, base: { "a.md": "a" } });
  const restored = (texts: Record<string, string>, revision: number) =>
    saving(startSaving(server(texts, revision)), { type: "restored", kept, nowMs: 1_000 });
  expect(restored({ "a.md": "a", "b.yaml": "b" }, 1)).toMatchObject({ texts: { "a.md": "mine" }, conflict: null });
  const beside = restored({ "a.md": "a", "b.yaml": "hers" }, 4);
  expect(beside).toMatchObject({ texts: { "a.md": "mine", "b.yaml": "hers" }, revision: 4, conflict: null });
  const across = restored({ "a.md": "hers", "b.yaml": "b" }, 4);
  expect(across.conflict?.conflicts).toEqual([{ path: "a.md", base: "a", mine: "mine", theirs: "hers" }]);
  expect(isUnsaved(restored({ "a.md": "mine", "b.yaml": "b" }, 4))).toBe(false);
});

test("where it is gone nothing is sent any more and the text stays; what was refused waits for a change", () => {
  const failed = (trouble: "gone" | "refused" | "signed_out") =>
    after(sending(after(begun(), write("a.md", "x"))), { type: "failed", trouble, nowMs: 2_000 });
  expect(saveDueAtMs(after(failed("gone"), { type: "woke" }))).toBeNull();
  expect(failed("gone").texts["a.md"]).toBe("x");
  expect(saveDueAtMs(failed("refused"))).toBeNull();
  expect(saveDueAtMs(after(failed("refused"), write("a.md", "y", 3_000)))).not.toBeNull();
  expect(saveDueAtMs(failed("signed_out"))).toBeNull();
  expect(saveDueAtMs(after(failed("signed_out"), { type: "woke" }))).not.toBeNull();
});

test("whatever two people write and in whatever order, nobody's words go unseen", () => {
  const word = fc.constantFrom("a", "b", "c", "d");
  const path = fc.constantFrom("a.md", "b.yaml");
  fc.assert(
    fc.property(fc.array(fc.tuple(path, word), { maxLength: 6 }), fc.dictionary(path, word), (typed, hers) => {
      const start = begun();
      const mine = typed.reduce((state, [at, text]) => saving(state, write(at, text)), start);
      const state = after(sending(mine), theirs({ ...start.texts, ...hers }, 2));
      const unseen = Object.entries({ ...start.texts, ...hers }).filter(([at, text]) => {
        const isMine = mine.texts[at] !== start.base[at];
        const isHers = text !== start.base[at];
        const isAsked = state.conflict?.conflicts.some((each) => each.path === at && each.theirs === text) ?? false;
        if (isHers && isMine && text !== mine.texts[at]) return !isAsked;
        if (isMine) return state.texts[at] !== mine.texts[at];
        return state.conflict === null && state.texts[at] !== text;
      });
      expect(unseen).toEqual([]);
    }),
  );
});
