// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { startAutosave, type Autosave, type Rival, type Typed } from "#app/components/room/autosave.ts";
import { BothTexts } from "#app/components/room/composer/both-texts.tsx";
import { explainNotSent } from "#app/components/room/composer/not-taken.ts";
import { SavingLine } from "#app/components/room/composer/saving-line.tsx";
import { keptTexts } from "#app/components/room/kept-text.ts";
import type { RoomTurn } from "#app/components/room/room-view.ts";
import { groupTold, ToldSoFar } from "#app/components/room/told.tsx";
import { Transcript } from "#app/components/room/transcript.tsx";
import { wasTaken } from "#app/components/room/use-submission.ts";
import { UnsentText } from "#app/components/room/unsent-text.tsx";
import { countAnswered } from "#app/components/transcript/turns.ts";
import { agoWords, clockWords, durationWords } from "#app/components/ui/duration-words.ts";
import { TabList } from "#app/components/ui/tab-list.tsx";
import { maxAnswerChars } from "#app/domain/interview/session.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const typed: Typed = { kind: "answer", answer: "typed", question: "", diagram: "" };
const saved: Autosave = startAutosave({
  draft: { kind: "answer", text: "typed", diagram: "" },
  revision: 3,
  savedAt: new Date(0).toISOString(),
});
const unsaved: Autosave = { ...saved, typed: { ...typed, answer: "typed on" } };

function lineOf(state: Autosave): string {
  cleanup();
  const { container } = render(<SavingLine state={state} onShowBoth={() => {}} />);
  return container.querySelector(".saving")?.textContent ?? "";
}

test("the saving line says when, and a server renders it without guessing the time", () => {
  expect(lineOf(saved)).toMatch(/^Saved \d+ days ago$/);
  expect(renderToString(<SavingLine state={saved} onShowBoth={() => {}} />)).toContain(">Saved<");
  expect(lineOf({ ...saved, savedAt: null })).toBe("Saved as you type");
});

test("every trouble has its words on the line and is announced once, not with every tick", () => {
  const failed = (kind: "offline" | "unreachable" | "signed_out"): Autosave => ({
    ...unsaved,
    trouble: { kind, sinceMs: 0, failures: 1 },
  });
  expect(lineOf(failed("offline"))).toBe("Offline. Kept on this device, sent when you are back ");
  expect(screen.getByRole("status").textContent).toBe("Offline. Kept on this device, sent when you are back");
  expect(lineOf(failed("unreachable"))).toContain("Not saved yet");
  expect(lineOf(failed("signed_out"))).toContain("Your sign-in ran out");
  expect(lineOf(saved)).toMatch(/^Saved/);
  expect(screen.getByRole("status").textContent).toBe("");
});

test("a text over the cap is named with the cap, and a question beside an answer with where it is kept", () => {
  const long = { ...unsaved, typed: { ...typed, answer: "x".repeat(maxAnswerChars + 400) } };
  expect(lineOf(long)).toContain("20,400 characters; 20,000 can be saved and sent");
  const asking = { ...saved, typed: { ...typed, kind: "clarification" as const, question: "How often?" } };
  expect(lineOf(asking)).toBe("The answer is saved; the question is kept on this device");
});

test("two versions stand side by side with their diagrams, and each can be kept", () => {
  const rival: Rival = { from: "tab", typed: { ...typed, answer: "theirs", diagram: "A --> B" }, revision: 9 };
  const chosen: string[] = [];
  render(<BothTexts typed={typed} rival={rival} onChoose={(which) => chosen.push(which)} />);
  expect(screen.getByRole("region", { name: "In the other tab: the text" }).textContent).toBe("theirsA --> B");
  fireEvent.click(screen.getByRole("button", { name: "Keep the text: Here" }));
  fireEvent.click(screen.getByRole("button", { name: "Keep the text: In the other tab" }));
  expect(chosen).toEqual(["mine", "theirs"]);
});

test("a device keeps unsent text per session, forgets it where it is still the same, and ignores what it cannot read", () => {
  keptTexts.keep("a", { typed, revision: 2 });
  expect(keptTexts.find("a")).toEqual({ typed, revision: 2 });
  expect(keptTexts.find("b")).toBeNull();
  keptTexts.forget("a", { typed, revision: 1 });
  expect(keptTexts.find("a")).not.toBeNull();
  keptTexts.forget("a", { typed, revision: 2 });
  expect(keptTexts.find("a")).toBeNull();
  for (const broken of ["", "{", "null", "[]", '{"typed":{"kind":"other"},"revision":1}', '{"revision":1}']) {
    localStorage.setItem("tradeoff.unsent.c", broken);
    expect(keptTexts.find("c")).toBeNull();
  }
});

test("what could not be sent is explained by what happened, and a redirect goes on", async () => {
  const ended = { status: 401, statusText: "", internal: false, data: "" };
  const signedOut = explainNotSent(ended);
  expect(signedOut.status).toBe(401);
  expect(await signedOut.json()).toMatchObject({ reason: "signed_out" });
  const lost = explainNotSent(new TypeError("Failed to fetch"));
  expect(lost.status).toBe(503);
  expect(await lost.json()).toMatchObject({ reason: "not_sent", message: expect.stringContaining("still here") });
  const away = new Response(null, { status: 302, headers: { location: "/sessions/1" } });
  expect(() => explainNotSent(away)).toThrow(expect.toSatisfy((thrown: unknown) => thrown === away));
});

const turn = (seq: number, rest: Partial<RoomTurn>): RoomTurn => ({
  seq,
  speaker: "candidate",
  kind: "answer",
  text: `turn ${seq}`,
  questionNumber: null,
  authored: false,
  ...rest,
});

test("the transcript names who speaks, keeps paragraphs, and puts a drawing with its words", () => {
  const { container } = render(
    <Transcript
      turns={[
        turn(1, { speaker: "interviewer", kind: "question", questionNumber: 1 }),
        turn(2, { kind: "clarification" }),
        turn(3, { speaker: "interviewer", kind: "fact" }),
        turn(4, { speaker: "interviewer", kind: "fact" }),
        turn(5, { text: "First.\n\nSecond\nline." }),
        turn(6, { kind: "diagram", text: "flowchart LR\nA[Query] --> B[Answer]" }),
        turn(7, { speaker: "interviewer", kind: "twist", questionNumber: 2 }),
      ]}
    />,
  );
  expect([...container.querySelectorAll(".who")].map((each) => each.textContent)).toEqual([
    "Interviewer, question 1",
    "You asked",
    "Told",
    "You, with a diagram",
    "Interviewer, question 2, a change of plan",
  ]);
  const said = container.querySelectorAll(".turn")[3];
  expect([...(said?.querySelectorAll("p:not(.who)") ?? [])].map((each) => each.textContent)).toEqual(
    expect.arrayContaining(["First.", "Second\nline."]),
  );
  expect(said?.querySelector("figure")).not.toBeNull();
});

test("what a candidate wrote is text, whatever it looks like", () => {
  const { container } = render(<Transcript turns={[turn(1, { text: "<img src=x onerror=alert(1)> **bold**" })]} />);
  expect(container.querySelector("img, strong")).toBeNull();
  expect(container.textContent).toContain("<img src=x onerror=alert(1)> **bold**");
});

test("facts told to one question stand under it, and an empty list says what asking is for", () => {
  const told = [
    { asked: "How often, and who checks?", answer: "Weekly.", known: true },
    { asked: "How often, and who checks?", answer: "Agents.", known: true },
    { asked: "Budget?", answer: "That is yours to assume.", known: false },
  ];
  expect(groupTold(told).map(({ answers }) => answers)).toEqual([["Weekly.", "Agents."], ["That is yours to assume."]]);
  const nothingTold = (kind: "choice" | "code-reading") => {
    cleanup();
    const room = { kind, told: [], assumed: [], hints: null, turns: [], pendingSeq: null, phase: "answering" } as const;
    render(<ToldSoFar room={room} />);
    return screen.getByRole("region", { name: "Told when you asked" }).textContent;
  };
  expect(nothingTold("choice")).toContain("Nothing yet. Ask for what the brief leaves open");
  expect(nothingTold("code-reading")).toContain("what the code does not say is yours to assume");
});

function TwoTabs() {
  const [selected, setSelected] = useState<"write" | "draw">("write");
  const tabs = [
    { name: "write" as const, label: "Write", panelId: "w" },
    { name: "draw" as const, label: "Diagram", panelId: "d" },
  ];
  return <TabList label="How you answer" tabs={tabs} selected={selected} onSelect={setSelected} />;
}

test("tabs are one stop with arrows between them, around the end too", () => {
  render(<TwoTabs />);
  const selected = () => screen.getByRole("tab", { selected: true }).textContent;
  const press = (key: string) => fireEvent.keyDown(screen.getByRole("tab", { selected: true }), { key });
  expect(screen.getAllByRole("tab").map((tab) => tab.tabIndex)).toEqual([0, -1]);
  press("ArrowRight");
  expect(selected()).toBe("Diagram");
  expect(document.activeElement?.textContent).toBe("Diagram");
  press("ArrowRight");
  expect(selected()).toBe("Write");
  press("ArrowLeft");
  expect(selected()).toBe("Diagram");
});

test("durations read as on a clock, aloud, and from a distance", () => {
  expect([0, 62_000, 3_725_000].map(clockWords)).toEqual(["0:00", "1:02", "1:02:05"]);
  expect([0, 61_000, 3_600_000].map(durationWords)).toEqual(["0 seconds", "1 minute 1 second", "1 hour"]);
  expect([500, 4_000, 37_000, 61_000, 7_200_000, 400_000_000].map(agoWords)).toEqual([
    "just now",
    "4 seconds ago",
    "30 seconds ago",
    "1 minute ago",
    "2 hours ago",
    "4 days ago",
  ]);
});

test("text the interview ended without is shown, and thrown away only when asked", () => {
  keptTexts.keep("over", {
    typed: { ...typed, answer: "Too late.", question: "Why?", diagram: "A --> B" },
    revision: 1,
  });
  render(<UnsentText room={{ id: "over", late: null, turns: [turn(1, { kind: "diagram", text: "A --> B" })] }} />);
  expect(screen.getByRole("region", { name: /never sent/ }).textContent).toMatch(/Too late\.Why\?Throw it away$/);
  fireEvent.click(screen.getByRole("button", { name: "Throw it away" }));
  expect(screen.queryByRole("region")).toBeNull();
  expect(keptTexts.find("over")).toBeNull();
});

test("a question counts as answered once words or a drawing follow it", () => {
  const said = [
    turn(1, { speaker: "interviewer", kind: "question" }),
    turn(2, { kind: "diagram" }),
    turn(3, { speaker: "interviewer", kind: "question" }),
    turn(4, { kind: "clarification" }),
  ];
  expect(countAnswered(said)).toBe(1);
  expect(countAnswered([...said, turn(5, {})])).toBe(2);
});

test("the box is emptied only by what stands in the transcript", () => {
  const turns = [
    turn(1, { speaker: "interviewer", kind: "question", text: "Why?" }),
    turn(2, { text: "Because." }),
    turn(3, { speaker: "interviewer", kind: "question", text: "And then?" }),
  ];
  const sent = (text: string, seenSeq: number) => ({ kind: "answer" as const, texts: [text], seenSeq });
  expect(wasTaken({ turns }, sent("Because.", 1))).toBe(true);
  expect(wasTaken({ turns }, sent("Because.", 3))).toBe(false);
  expect(wasTaken({ turns }, sent("Something else.", 1))).toBe(false);
  expect(wasTaken({ turns }, sent("And then?", 1))).toBe(false);
  expect(wasTaken({ turns }, { ...sent("", 1), texts: [] })).toBe(false);
});
