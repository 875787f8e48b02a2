// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useRef, useState } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { useReviewKeys } from "#app/components/hiring/review/keys/use-review-keys.ts";
import { useSingleKeys } from "#app/components/hiring/review/keys/use-single-keys.ts";
import { ReadTranscript } from "#app/components/hiring/review/reading/read-transcript.tsx";
import { Reading } from "#app/components/hiring/review/reading/reading.tsx";
import { selectedPlaces } from "#app/components/hiring/review/reading/selected-places.ts";
import { useQuoting } from "#app/components/hiring/review/reading/use-quoting.ts";
import type { BlindReviewView, ReadTurn } from "#app/components/hiring/review/review-view.ts";
import { CriterionPart } from "#app/components/hiring/review/rubric/criterion-part.tsx";
import { finishId } from "#app/components/hiring/review/rubric/finish-part.tsx";
import { reviewAsText } from "#app/components/hiring/review/saving/review-as-text.ts";
import { startReviewSaving, type Rival } from "#app/components/hiring/review/saving/review-saving.ts";
import { ReviewSavingLine } from "#app/components/hiring/review/saving/review-saving-line.tsx";
import { useCommands } from "#app/components/hiring/review/use-commands.ts";
import { useEditing } from "#app/components/hiring/review/use-editing.ts";
import { emptyReviewDraft, judgeReviewDraft, type ReviewDraft } from "#app/domain/review/review-draft.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const said = "First the rules. Then the format.\n\nThe log last.";

const turn = (seq: number, speaker: ReadTurn["speaker"], text: string, rest: Partial<ReadTurn> = {}): ReadTurn => ({
  seq,
  speaker,
  kind: speaker === "candidate" ? "answer" : "question",
  text,
  questionNumber: speaker === "candidate" ? null : seq,
  pasted: 0,
  ...rest,
});
const transcript = [
  turn(1, "interviewer", "What first?"),
  turn(2, "candidate", said, { pasted: 1_240 }),
  turn(3, "candidate", "flowchart LR\n  a --> b", { kind: "diagram" }),
];
const criterion = (id: string, key: string) => ({
  id,
  key,
  title: `Criterion ${id}`,
  weight: 1,
  levels: ["None.", "Little.", "Some.", "Most.", "All."],
  asks: [`Is there ${id}?`],
  redFlags: [],
});
const view = { transcript, brief: [], criteria: [criterion("framing", "A"), criterion("economics", "B")] };

/** The page without what talks to the server. */
function Page({
  onDraft,
  initial = emptyReviewDraft,
  rival = null,
}: {
  onDraft?: (draft: ReviewDraft) => void;
  initial?: ReviewDraft;
  rival?: Rival | null;
}) {
  const [draft, setDraft] = useState(initial);
  const review = view as unknown as BlindReviewView;
  const ref = useRef<HTMLElement>(null);
  const editing = useEditing(review, draft, setDraft);
  const quoting = useQuoting(transcript, ref);
  const judged = judgeReviewDraft(view, draft, transcript);
  const finishing = { todo: judged.ok ? [] : judged.problems };
  const show = () => {};
  const controls = { ...editing, state: { rival } };
  const commands = useCommands({ review, controls, quoting, finishing, showPane: show, showKeys: show });
  const { areOn, setOn } = useSingleKeys();
  const { isPicking, places } = quoting;
  useReviewKeys({ isPicking, hasSelection: places.length > 0, areOn, onCommand: commands.run });
  onDraft?.(draft);
  return (
    <>
      <section ref={ref}>
        <Reading review={review} quoting={quoting} quotes={draft.quotes} litId={null} openKey="A" commands={commands} />
      </section>
      <ol>
        {view.criteria.map((each) => (
          <CriterionPart
            key={each.id}
            criterion={each}
            draft={draft}
            isOpen={editing.openId === each.id}
            problem={null}
            comments={null}
            evidence={{
              drawings: new Set([3]),
              onRemove: (quote) => editing.remove(each.id, quote),
              onShow: show,
              onLight: show,
              onPickByKeys: show,
            }}
            onOpen={(isOpen) => editing.open(isOpen ? each.id : null)}
            onLevel={(level) => editing.setLevel(each.id, level)}
            onComment={(comment) => editing.setComment(each.id, comment)}
            onInsert={show}
          />
        ))}
      </ol>
      <button type="button" id={finishId}>
        Finish
      </button>
      <button type="button" onClick={() => setOn(false)}>
        Keys off
      </button>
      <p role="status">{commands.said}</p>
    </>
  );
}

function open(initial?: ReviewDraft, rival: Rival | null = null): { draft: () => ReviewDraft } {
  // jsdom lays nothing out, so it cannot scroll either.
  Element.prototype.scrollIntoView = () => {};
  let newest = emptyReviewDraft;
  render(<Page onDraft={(draft) => (newest = draft)} {...(initial && { initial })} rival={rival} />);
  return { draft: () => newest };
}

const press = (key: string, rest: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...rest });

test("while two versions wait for a choice a key gives no level, and says why", () => {
  const { draft } = open(undefined, { from: "device", draft: emptyReviewDraft, revision: 2 });
  press("3");
  expect(screen.getByText("Choose first which version to keep.")).toBeTruthy();
  expect(draft()).toEqual(emptyReviewDraft);
});

test("levels, criteria and what is missing next are reached by keys alone", () => {
  const { draft } = open();
  press("3");
  expect(screen.getByText("A: level 3.")).toBeTruthy();
  press("j");
  press("u");
  expect(draft().levels).toEqual({ framing: 3, economics: null });
  expect(document.activeElement?.textContent).toContain("Criterion economics");
  press("g");
  expect(document.activeElement?.textContent).toContain("Criterion framing");
  press("0");
  press("g");
  expect(document.activeElement?.id).toBe(finishId);
  press("k");
  expect(document.activeElement?.textContent).toContain("Criterion framing");
});

test("a quote is taken by keys: sentence by sentence, more of them, a word less, and marked with its key", () => {
  const { draft } = open();
  press("e");
  expect(document.activeElement?.getAttribute("role")).toBe("application");
  press("ArrowDown", { shiftKey: true });
  press("ArrowLeft", { ctrlKey: true, shiftKey: true });
  press("Enter");
  expect(draft().quotes).toEqual({ framing: [{ seq: 2, start: 0, end: 25, text: "First the rules. Then the" }] });
  expect(screen.getByRole("button", { name: "Quote for criterion A" })).toBeTruthy();
  expect(document.querySelector("mark")?.textContent).toBe("First the rules. Then the");
  press("j");
  press("e");
  press("End");
  press("Enter");
  expect(draft().quotes.economics?.[0]?.text).toBe(transcript[2]?.text);
  expect(screen.getByText("Taken as evidence for B.", { selector: "b" })).toBeTruthy();
});

test("Escape ends picking without a trace, and a quote is removed where it is listed", () => {
  const quote = { seq: 2, start: 0, end: 5, text: "First" };
  const { draft } = open({ ...emptyReviewDraft, quotes: { framing: [quote] } });
  press("e");
  press("Escape");
  expect(document.querySelectorAll("mark")).toHaveLength(1);
  expect(screen.queryByRole("application")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /^Remove/ }));
  expect(draft().quotes).toEqual({ framing: [] });
  expect(document.querySelector("mark")).toBeNull();
});

test("keys pause while somebody types, N leads to the note and Escape out of it", () => {
  const { draft } = open();
  press("n");
  const note = screen.getByLabelText(/^Note for A/);
  expect(document.activeElement).toBe(note);
  press("3");
  press("j");
  expect(draft().levels).toEqual({});
  fireEvent.change(note, { target: { value: "Names it." } });
  press("Escape");
  press("2");
  expect(draft()).toMatchObject({ levels: { framing: 2 }, comments: { framing: "Names it." } });
});

test("single keys can be switched off, and stay off", () => {
  const { draft } = open();
  fireEvent.click(screen.getByText("Keys off"));
  press("3");
  expect(draft().levels).toEqual({});
  cleanup();
  const again = open();
  press("3");
  expect(again.draft().levels).toEqual({});
});

test("what is selected on the page is found by its place, over paragraphs and without the interviewer", () => {
  const marks = new Map([[2, [{ id: "m", key: "B", criterion: "economics", start: 6, end: 9 }]]]);
  const { container } = render(
    <ReadTranscript brief={[]} turns={transcript} late={null} marks={marks} litId={null} onKey={() => {}} />,
  );
  const [first, second] = container.querySelectorAll("p[data-from]");
  const range = document.createRange();
  // Before the candidate's words, as a hand on a mouse begins; after the mark and its key.
  range.setStart(container, 0);
  range.setEnd(second?.firstChild ?? container, 7);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  expect(selectedPlaces(getSelection(), container)).toEqual([{ seq: 2, start: 0, end: said.indexOf("log") + 3 }]);
  range.setStart(first?.lastChild ?? container, 1);
  expect(said.slice(selectedPlaces(getSelection(), container)[0]?.start)).toMatch(/^rules/);
  getSelection()?.removeAllRanges();
  expect(selectedPlaces(getSelection(), container)).toEqual([]);
});

test("pasted characters are told as a fact, at the answer", () => {
  render(<ReadTranscript brief={[]} turns={transcript} late={null} marks={new Map()} litId={null} onKey={() => {}} />);
  expect(screen.getAllByText("1,240 characters of this answer were pasted.")).toHaveLength(1);
  expect(screen.queryByText(/After time was up/)).toBeNull();
});

test("that something came after time was up is told with how much it was, and not what it says", () => {
  const late = { characters: 1_240, hasDrawing: true };
  render(<ReadTranscript brief={[]} turns={transcript} late={late} marks={new Map()} litId={null} onKey={() => {}} />);
  expect(screen.getByText(/1,240 characters and a drawing came in\. That is no part of the interview/)).toBeTruthy();
});

test("a server renders every criterion with its fields, for a page without scripts", () => {
  const html = renderToString(<Page />);
  for (const id of ["framing", "economics"]) {
    expect(html.match(new RegExp(`name="level:${id}"`, "g"))).toHaveLength(6);
    expect(html).toContain(`name="comment:${id}"`);
  }
  expect(html).toContain("quotes cannot be taken");
});

test("a key in the transcript opens its criterion", () => {
  const quote = { seq: 2, start: 0, end: 5, text: "First" };
  open({ ...emptyReviewDraft, quotes: { economics: [quote] } });
  fireEvent.click(screen.getByRole("button", { name: "Quote for criterion B" }));
  const head = screen.getByRole("button", { name: /Criterion economics/ });
  expect(head.getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(head);
});

test("the saving line says what is wrong, aloud too", () => {
  const server = { draft: emptyReviewDraft, revision: 1, savedAt: null, lockedUntil: null, lost: null };
  const state = startReviewSaving(server);
  const lost = { ...state, lost: { heldBy: "Rex Second", isOver: false } };
  const { container } = render(<ReviewSavingLine state={lost} />);
  expect(within(container).getByRole("status").textContent).toBe("Saved, but not held for you");
  cleanup();
  const offline = {
    ...state,
    draft: { ...emptyReviewDraft, levels: { framing: 1 } },
    trouble: { kind: "offline" as const, sinceMs: 0, failures: 1 },
  };
  render(<ReviewSavingLine state={offline} />);
  expect(screen.getByRole("status").textContent).toBe("Offline, kept on this device");
});

test("a review is copied as plain words", () => {
  const draft = {
    levels: { framing: 3, economics: null },
    comments: { framing: " Names it. " },
    quotes: { framing: [{ seq: 2, start: 0, end: 5, text: "First" }] },
  };
  expect(reviewAsText(view.criteria, draft)).toBe(
    "A, Criterion framing: level 3\nNames it.\n“First”\n\nB, Criterion economics: cannot tell",
  );
});
