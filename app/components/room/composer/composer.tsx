import { Form, useLocation } from "@remix-run/react";
import { useState, type FormEvent, type KeyboardEvent } from "react";
import { DiagramEditor } from "#app/components/diagram/diagram-editor.tsx";
import { Dictate } from "#app/components/speech/dictate.tsx";
import { maxAnswerChars } from "#app/domain/interview/session.ts";
import type { DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { tabId } from "#app/components/ui/tab-list.tsx";
import type { Typed } from "../autosave.ts";
import type { AutosaveControls } from "../use-autosave.ts";
import { BothTexts } from "./both-texts.tsx";
import { drawPanel, FormTabs, KindChoice, Said, Send, writePanel, type ComposerTab } from "./composer-controls.tsx";
import type { NotTaken } from "./not-taken.ts";
import { Problem } from "./problem.tsx";
import { SavingLine } from "./saving-line.tsx";
import "./composer.css";

export const composerId = "composer";

type ComposerProps = {
  questionNumber: number;
  /** The newest turn this page shows; the server refuses an answer to a question that was never seen. */
  seenSeq: number;
  controls: AutosaveControls;
  tab: ComposerTab;
  onTab: (tab: ComposerTab) => void;
  /** Why nothing can be sent right now, in words. */
  waitingFor: string | null;
  isSending: boolean;
  /** Nothing more is written; what there is goes along. */
  isTimeUp: boolean;
  notTaken: NotTaken | null;
  /** What a drawing is held against while it is made, if it is. */
  diagramRules: readonly DiagramRule[] | null;
  /** Whether it is told how much of an answer was pasted. */
  countsPasted: boolean;
};

/** Where answers are written and drawn, and questions asked. One form; without scripts a plain one. */
export function Composer(props: ComposerProps) {
  const { seenSeq, controls, tab, waitingFor, isSending, notTaken } = props;
  const { state, dispatch } = controls;
  const { pathname } = useLocation();
  const [isShowingBoth, setShowingBoth] = useState(false);
  const isAsking = state.typed.kind === "clarification";
  const change = (changed: Partial<Typed>) =>
    dispatch({ type: "typed", typed: { ...state.typed, ...changed }, nowMs: Date.now() });
  const choose = (which: "mine" | "theirs") => {
    dispatch({ type: "chose", which, nowMs: Date.now() });
    setShowingBoth(false);
  };
  return (
    <Form
      id={composerId}
      className="composer"
      method="post"
      action={pathname}
      replace
      preventScrollReset
      data-tab={isAsking ? "write" : tab}
      onSubmit={(event) => {
        if (isSending || (waitingFor !== null && !isFinishing(event))) event.preventDefault();
      }}
      onKeyDown={sendByKey}
    >
      <input type="hidden" name="seenSeq" value={seenSeq} />
      <input type="hidden" name="revision" value={state.revision} />
      {props.countsPasted ? <input type="hidden" name="pasted" value={state.typed.pasted ?? 0} /> : null}
      <div className="composer-bar">
        <KindChoice kind={state.typed.kind} onChoose={(kind) => change({ kind })} />
        {isAsking ? null : <FormTabs tab={tab} onTab={props.onTab} hasDiagram={state.typed.diagram.trim() !== ""} />}
      </div>
      {isShowingBoth && state.rival ? <BothTexts typed={state.typed} rival={state.rival} onChoose={choose} /> : null}
      <Panels {...props} typed={state.typed} onChange={change} />
      {notTaken ? <Problem notTaken={notTaken} /> : null}
      <div className="composer-foot">
        <SavingLine state={state} onShowBoth={() => setShowingBoth(true)} />
        <span className="composer-count small muted num">{wordsWritten(state.typed)}</span>
        <Send name={isAsking ? "Ask" : "Send answer"} isSending={isSending} waitingFor={waitingFor} />
      </div>
    </Form>
  );
}

type PanelsProps = Pick<
  ComposerProps,
  "questionNumber" | "isSending" | "isTimeUp" | "notTaken" | "diagramRules" | "countsPasted"
> & {
  typed: Typed;
  onChange: (changed: Partial<Typed>) => void;
};

/** Both are always in the form; the style sheet shows the chosen one, and without scripts both. */
function Panels({ typed, onChange, ...props }: PanelsProps) {
  const { questionNumber, isSending, isTimeUp, notTaken, diagramRules, countsPasted } = props;
  const isAsking = typed.kind === "clarification";
  const counted = (pasted: number) =>
    countsPasted && pasted > 0 ? { pasted: Math.min(maxAnswerChars, (typed.pasted ?? 0) + pasted) } : {};
  const asTab = (id: string) => (isAsking ? { id } : { id, role: "tabpanel", "aria-labelledby": tabId(id) });
  return (
    <>
      <div className="composer-write" {...asTab(writePanel)}>
        <Said
          label={isAsking ? "Your question to the interviewer" : `Your answer to question ${questionNumber}`}
          placeholder={isAsking ? "Ask for what you need to know before you answer" : "What you would do, and why"}
          value={isAsking ? typed.question : typed.answer}
          onChange={(text, pasted) => onChange(isAsking ? { question: text } : { answer: text, ...counted(pasted) })}
          isReadOnly={isSending || isTimeUp}
          isInvalid={notTaken !== null}
        />
        <Dictate
          text={isAsking ? typed.question : typed.answer}
          onText={(text) => onChange(isAsking ? { question: text } : { answer: text })}
          isReadOnly={isSending || isTimeUp}
        />
      </div>
      <div className="composer-draw" {...asTab(drawPanel)}>
        <DiagramEditor
          name="diagram"
          label="Your diagram, in Mermaid"
          value={typed.diagram}
          onChange={(diagram) => onChange({ diagram })}
          rules={diagramRules ?? undefined}
        />
      </div>
    </>
  );
}

function isFinishing(event: FormEvent<HTMLFormElement>): boolean {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement && submitter.value === "finish";
}

function sendByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

function wordsWritten({ kind, answer, question }: Typed): string {
  const count = (kind === "answer" ? answer : question).match(/\S+/g)?.length ?? 0;
  return count === 1 ? "1 word" : `${count.toLocaleString("en")} words`;
}
