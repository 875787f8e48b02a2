import fc from "fast-check";
import { expect, test } from "vitest";
import {
  autosave,
  draftOf,
  hasUnsentText,
  isTooLong,
  sameDraft,
  saveDueAtMs,
  startAutosave,
  typedOf,
  type Autosave,
  type AutosaveEvent,
  type Typed,
} from "#app/components/room/autosave.ts";
import { emptyDraft, type Draft } from "#app/domain/interview/draft.ts";
import { maxAnswerChars } from "#app/domain/interview/session.ts";

const fresh = () => startAutosave({ draft: emptyDraft, revision: 0, savedAt: null });
const written = (answer: string): Typed => ({ kind: "answer", answer, question: "", diagram: "" });
const answerDraft = (text: string): Draft => ({ kind: "answer", text, diagram: "" });

function after(state: Autosave, ...events: AutosaveEvent[]): Autosave {
  return events.reduce(autosave, state);
}
const typed = (answer: string, nowMs = 0): AutosaveEvent => ({ type: "typed", typed: written(answer), nowMs });

test("a save is due one second after the last key", () => {
  expect(saveDueAtMs(after(fresh(), typed("a", 1_000)))).toBe(2_000);
  expect(saveDueAtMs(after(fresh(), typed("a", 1_000), typed("ab", 1_600)))).toBe(2_600);
});

test("whoever keeps typing is saved three seconds after the first unsaved key", () => {
  const events = Array.from({ length: 9 }, (_, nth) => typed("x".repeat(nth + 1), 10_000 + nth * 500));
  expect(saveDueAtMs(after(fresh(), ...events))).toBe(13_000);
});

test("nothing is due when nothing was typed, or when it was taken back", () => {
  expect(saveDueAtMs(fresh())).toBeNull();
  expect(saveDueAtMs(after(fresh(), typed("a"), typed("")))).toBeNull();
});

test("one save at a time, and what is typed meanwhile is due after it", () => {
  const sending = after(fresh(), typed("a", 0), { type: "sending", draft: answerDraft("a") }, typed("ab", 1_200));
  expect(saveDueAtMs(sending)).toBeNull();
  const saved = after(sending, { type: "saved", revision: 1, savedAt: "2026-11-21T10:00:00.000Z" });
  expect(saved.saved).toEqual(answerDraft("a"));
  expect(saveDueAtMs(saved)).toBe(2_200);
});

test("failures back off to half a minute at most and a wake-up tries at once", () => {
  let state = after(fresh(), typed("a", 0));
  const waits: number[] = [];
  for (let nth = 0; nth < 8; nth += 1) {
    state = after(state, { type: "sending", draft: draftOf(state.typed) });
    state = after(state, { type: "failed", trouble: "offline", nowMs: 100_000 });
    waits.push((saveDueAtMs(state) ?? 0) - 100_000);
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(saveDueAtMs(after(state, { type: "woke" }))).toBe(1_000);
});

test("after the sign-in ran out nothing is sent until the person is back", () => {
  const out = after(
    fresh(),
    typed("a"),
    { type: "sending", draft: answerDraft("a") },
    { type: "failed", trouble: "signed_out", nowMs: 1_000 },
  );
  expect(saveDueAtMs(out)).toBeNull();
  expect(draftOf(out.typed).text).toBe("a");
  expect(saveDueAtMs(after(out, { type: "woke" }))).not.toBeNull();
});

test("text over the cap stays and is not sent", () => {
  const long = after(fresh(), typed("x".repeat(maxAnswerChars + 1)));
  expect(isTooLong(draftOf(long.typed))).toBe(true);
  expect(saveDueAtMs(long)).toBeNull();
  expect(long.typed.answer).toHaveLength(maxAnswerChars + 1);
});

test("newer text of another tab is offered, stops saving, and a choice settles it", () => {
  const met = after(
    fresh(),
    typed("mine"),
    { type: "sending", draft: answerDraft("mine") },
    { type: "newer_elsewhere", draft: answerDraft("theirs"), revision: 7 },
  );
  expect(met.rival).toMatchObject({ from: "tab", typed: { answer: "theirs" } });
  expect(saveDueAtMs(met)).toBeNull();

  const mine = after(met, { type: "chose", which: "mine", nowMs: 5_000 });
  expect(mine).toMatchObject({ typed: { answer: "mine" }, revision: 7, rival: null });
  expect(hasUnsentText(mine)).toBe(true);

  const theirs = after(met, { type: "chose", which: "theirs", nowMs: 5_000 });
  expect(theirs).toMatchObject({ typed: { answer: "theirs" }, revision: 7, rival: null });
  expect(saveDueAtMs(theirs)).toBeNull();
});

test("a refusal that shows this tab's own text is a late receipt", () => {
  const late = after(
    fresh(),
    typed("one"),
    { type: "sending", draft: answerDraft("one") },
    { type: "failed", trouble: "offline", nowMs: 0 },
    typed("one two"),
    { type: "sending", draft: answerDraft("one two") },
    { type: "newer_elsewhere", draft: answerDraft("one"), revision: 1 },
  );
  expect(late).toMatchObject({ rival: null, revision: 1, typed: { answer: "one two" } });
  expect(hasUnsentText(late)).toBe(true);
});

test("text taken back after a save that may have arrived is saved as taken back", () => {
  const back = after(
    fresh(),
    typed("x"),
    { type: "sending", draft: answerDraft("x") },
    { type: "failed", trouble: "offline", nowMs: 0 },
    typed(""),
  );
  expect(hasUnsentText(back)).toBe(true);
});

test("an empty draft elsewhere is nothing to choose between", () => {
  const met = after(
    fresh(),
    typed("mine"),
    { type: "sending", draft: answerDraft("mine") },
    { type: "newer_elsewhere", draft: emptyDraft, revision: 3 },
  );
  expect(met).toMatchObject({ rival: null, revision: 3, typed: { answer: "mine" } });
});

test("unsent text of this device is put back with the older save to choose from", () => {
  const server = startAutosave({ draft: answerDraft("saved"), revision: 4, savedAt: null });
  const back = after(server, { type: "restored", kept: { typed: written("saved and more"), revision: 4 }, nowMs: 0 });
  expect(back).toMatchObject({ typed: { answer: "saved and more" }, rival: { from: "server" } });
  expect(hasUnsentText(back)).toBe(true);
  expect(after(back, { type: "chose", which: "theirs", nowMs: 0 }).typed.answer).toBe("saved");
});

test("unsent text of this device waits beside newer text of the server", () => {
  const server = startAutosave({ draft: answerDraft("newer"), revision: 9, savedAt: null });
  const offered = after(server, { type: "restored", kept: { typed: written("unsent"), revision: 4 }, nowMs: 0 });
  expect(offered).toMatchObject({ typed: { answer: "newer" }, rival: { from: "device", typed: { answer: "unsent" } } });
  expect(after(offered, { type: "chose", which: "theirs", nowMs: 0 })).toMatchObject({
    typed: { answer: "unsent" },
    revision: 9,
  });
});

test("what this device kept and the server has is offered to nobody", () => {
  const server = startAutosave({ draft: answerDraft("same"), revision: 9, savedAt: null });
  expect(after(server, { type: "restored", kept: { typed: written("same"), revision: 4 }, nowMs: 0 }).rival).toBeNull();
});

test("a half-written answer survives a question asked in between", () => {
  const asking = after(fresh(), {
    type: "typed",
    nowMs: 0,
    typed: { kind: "clarification", answer: "half an ans", question: "How often?", diagram: "" },
  });
  expect(draftOf(asking.typed)).toEqual(answerDraft("half an ans"));
  const server = { draft: emptyDraft, revision: 2, savedAt: null };
  const told = after(asking, { type: "submitting" }, { type: "accepted", kind: "clarification", server, nowMs: 10 });
  expect(told.typed).toEqual(written("half an ans"));
  expect(saveDueAtMs(told)).toBe(1_010);
});

test("an accepted answer empties the box, a refused one keeps it", () => {
  const sent = after(fresh(), typed("done"), { type: "submitting" });
  expect(saveDueAtMs(sent)).toBeNull();
  const server = { draft: emptyDraft, revision: 5, savedAt: null };
  expect(after(sent, { type: "accepted", kind: "answer", server, nowMs: 0 })).toMatchObject({
    typed: { answer: "" },
    revision: 5,
  });
  const refused = after(sent, { type: "refused" });
  expect(refused.typed.answer).toBe("done");
  expect(hasUnsentText(refused)).toBe(true);
});

test("a draft of either kind comes back as it was", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("answer" as const, "clarification" as const),
      fc.string(),
      fc.string(),
      (kind, text, diagram) => {
        const draft = { kind, text, diagram };
        expect(draftOf(typedOf(draft))).toEqual(draft);
      },
    ),
  );
});

/** The server's side of a save, as services/interview/save-draft.server.ts does it. */
type Server = { draft: Draft; revision: number };

type Step =
  | { tab: number; do: "type"; text: string }
  | { tab: number; do: "save"; lost: "nothing" | "request" | "reply" }
  | { tab: number; do: "choose"; which: "mine" | "theirs" }
  | { tab: number; do: "reload" };

const steps = (tabs: number, kinds: Step["do"][]) => {
  const tab = fc.nat({ max: tabs - 1 });
  const all = {
    type: fc.record({ tab, do: fc.constant("type" as const), text: fc.string({ maxLength: 6 }) }),
    save: fc.record({
      tab,
      do: fc.constant("save" as const),
      lost: fc.constantFrom("nothing" as const, "request" as const, "reply" as const),
    }),
    choose: fc.record({
      tab,
      do: fc.constant("choose" as const),
      which: fc.constantFrom("mine" as const, "theirs" as const),
    }),
    reload: fc.record({ tab, do: fc.constant("reload" as const) }),
  };
  return fc.array(fc.oneof(...kinds.map((kind): fc.Arbitrary<Step> => all[kind])), { maxLength: 40 });
};

/** One save over a network that may lose the request or the reply; tells which text was overwritten, if any. */
function saveOnce(state: Autosave, server: Server, lost: "nothing" | "request" | "reply") {
  if (!hasUnsentText(state)) return { state, overwritten: null };
  const draft = draftOf(state.typed);
  const sending = after(state, { type: "sending", draft });
  const failed = after(sending, { type: "failed", trouble: "offline", nowMs: 0 });
  if (lost === "request") return { state: failed, overwritten: null };
  const fits = state.revision === server.revision;
  const overwritten = fits ? server.draft : null;
  if (fits) Object.assign(server, { draft, revision: server.revision + 1 });
  if (lost === "reply") return { state: failed, overwritten };
  const { revision } = server;
  const reply: AutosaveEvent = fits
    ? { type: "saved", revision, savedAt: "2026-11-21T10:00:00.000Z" }
    : { type: "newer_elsewhere", draft: server.draft, revision };
  return { state: after(sending, reply), overwritten };
}

test("alone on a lossy network a tab never sees a conflict and its text arrives", () => {
  fc.assert(
    fc.property(steps(1, ["type", "save"]), (run) => {
      const server: Server = { draft: emptyDraft, revision: 0 };
      let state = fresh();
      for (const step of run) {
        if (step.do === "type") state = after(state, typed(step.text));
        if (step.do === "save") state = saveOnce(state, server, step.lost).state;
        expect(state.rival).toBeNull();
      }
      for (let tries = 0; tries < 3; tries += 1) state = saveOnce(state, server, "nothing").state;
      expect(sameDraft(server.draft, draftOf(state.typed))).toBe(true);
    }),
  );
});

test("no tab overwrites a text that its person has not seen", () => {
  fc.assert(
    fc.property(steps(2, ["type", "save", "choose", "reload"]), (run) => {
      const server: Server = { draft: emptyDraft, revision: 0 };
      const tabs = [fresh(), fresh()];
      const seen = tabs.map(() => new Set([""]));
      const buried: string[] = [];
      for (const step of run) {
        let state = tabs[step.tab] ?? fresh();
        if (step.do === "type") state = after(state, typed(step.text));
        if (step.do === "choose") state = after(state, { type: "chose", which: step.which, nowMs: 0 });
        if (step.do === "reload") state = after(state, { type: "loaded", server: { ...server, savedAt: null } });
        if (step.do === "save") {
          const outcome = saveOnce(state, server, step.lost);
          const text = outcome.overwritten?.text ?? "";
          if (!seen[step.tab]?.has(text)) buried.push(text);
          state = outcome.state;
        }
        tabs[step.tab] = state;
        seen[step.tab]?.add(state.typed.answer);
        if (state.rival) seen[step.tab]?.add(state.rival.typed.answer);
      }
      expect(buried).toEqual([]);
    }),
  );
});
