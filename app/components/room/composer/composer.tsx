import { Form, Link, useLocation } from "@remix-run/react";
import { useRef, useState, type ChangeEvent, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { DiagramEditor } from "#app/components/diagram/diagram-editor.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { TabList, tabId } from "#app/components/ui/tab-list.tsx";
import type { Typed } from "../autosave.ts";
import { BothTexts } from "./both-texts.tsx";
import type { NotTaken } from "./not-taken.ts";
import { SavingLine } from "./saving-line.tsx";
import type { AutosaveControls } from "../use-autosave.ts";
import { useFittingHeight } from "./use-fitting-height.ts";
import "./composer.css";

export const composerId = "composer";

export type ComposerTab = "write" | "draw";

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
  notTaken: NotTaken | null;
};

/** Where answers are written and drawn, and questions asked. One form; without scripts a plain one. */
export function Composer(props: ComposerProps) {
  const { questionNumber, seenSeq, controls, tab, onTab, waitingFor, isSending, notTaken } = props;
  const { state, dispatch } = controls;
  const { typed, rival } = state;
  const { pathname } = useLocation();
  const [isShowingBoth, setShowingBoth] = useState(false);
  const isAsking = typed.kind === "clarification";
  const change = (changed: Partial<Typed>) =>
    dispatch({ type: "typed", typed: { ...typed, ...changed }, nowMs: Date.now() });

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
      <div className="composer-bar">
        <KindChoice kind={typed.kind} onChoose={(kind) => change({ kind })} />
        {isAsking ? null : <FormTabs tab={tab} onTab={onTab} hasDiagram={typed.diagram.trim() !== ""} />}
      </div>
      {isShowingBoth && rival ? (
        <BothTexts
          typed={typed}
          rival={rival}
          onChoose={(which) => {
            dispatch({ type: "chose", which, nowMs: Date.now() });
            setShowingBoth(false);
          }}
        />
      ) : null}
      <div id="composer-write" className="composer-write" role="tabpanel" aria-labelledby={tabId("composer-write")}>
        <Said
          label={isAsking ? "Your question to the interviewer" : `Your answer to question ${questionNumber}`}
          placeholder={isAsking ? "Ask for what you need to know before you answer" : "What you would do, and why"}
          value={isAsking ? typed.question : typed.answer}
          onChange={(text) => change(isAsking ? { question: text } : { answer: text })}
          isSending={isSending}
          isInvalid={notTaken !== null}
        />
      </div>
      <div id="composer-draw" className="composer-draw" role="tabpanel" aria-labelledby={tabId("composer-draw")}>
        <DiagramEditor
          name="diagram"
          label="Your diagram, in Mermaid"
          value={typed.diagram}
          onChange={(diagram: string) => change({ diagram })}
        />
      </div>
      {notTaken ? <Problem notTaken={notTaken} /> : null}
      <div className="composer-foot">
        <SavingLine state={state} onShowBoth={() => setShowingBoth(true)} />
        <span className="composer-count small muted num">{wordsWritten(isAsking ? typed.question : typed.answer)}</span>
        <Send name={isAsking ? "Ask" : "Send answer"} isSending={isSending} waitingFor={waitingFor} />
      </div>
    </Form>
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

function wordsWritten(text: string): string {
  const count = text.match(/\S+/g)?.length ?? 0;
  return count === 1 ? "1 word" : `${count.toLocaleString("en")} words`;
}

type SendProps = Pick<ComposerProps, "isSending" | "waitingFor"> & { name: string };

/** It can be focused while it has to wait, and then says what for. */
function Send({ name, isSending, waitingFor }: SendProps) {
  return (
    <Button look="go" aria-disabled={isSending || waitingFor !== null} title={waitingFor ?? undefined}>
      {isSending ? "Sending" : name}
      <span className="composer-keys" aria-hidden="true">
        <Kbd>Ctrl ↵</Kbd>
      </span>
    </Button>
  );
}

function KindChoice({ kind, onChoose }: { kind: Typed["kind"]; onChoose: (kind: Typed["kind"]) => void }) {
  const choice = (value: string, of: Typed["kind"], name: ReactNode) => (
    <label>
      <input type="radio" name="intent" value={value} checked={kind === of} onChange={() => onChoose(of)} />
      {name}
    </label>
  );
  return (
    <fieldset className="seg">
      <legend className="visually-hidden">What you are sending</legend>
      {choice("answer", "answer", "Answer")}
      {choice("ask", "clarification", "Ask a question")}
    </fieldset>
  );
}

type FormTabsProps = { tab: ComposerTab; onTab: (tab: ComposerTab) => void; hasDiagram: boolean };

function FormTabs({ tab, onTab, hasDiagram }: FormTabsProps) {
  const drawn = hasDiagram ? (
    <>
      Diagram <span aria-hidden="true">•</span>
      <span className="visually-hidden">drawn</span>
    </>
  ) : (
    "Diagram"
  );
  return (
    <TabList
      className="composer-tabs needs-script"
      label="How you answer"
      tabs={[
        { name: "write", label: "Write", panelId: "composer-write" },
        { name: "draw", label: drawn, panelId: "composer-draw" },
      ]}
      selected={tab}
      onSelect={onTab}
    />
  );
}

type SaidProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  isSending: boolean;
  isInvalid: boolean;
};

function Said({ label, placeholder, value, onChange, isSending, isInvalid }: SaidProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useFittingHeight(ref, value);
  return (
    <textarea
      ref={ref}
      className="composer-text"
      name="text"
      rows={4}
      aria-label={label}
      aria-describedby={isInvalid ? "question-text composer-problem" : "question-text"}
      aria-invalid={isInvalid ? true : undefined}
      placeholder={placeholder}
      value={value}
      readOnly={isSending}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
    />
  );
}

function Problem({ notTaken }: { notTaken: NotTaken }) {
  const location = useLocation();
  if (notTaken.reason !== "signed_out") {
    return (
      <p className="composer-problem field-error" id="composer-problem" role="alert">
        {notTaken.message}
      </p>
    );
  }
  return (
    <div className="composer-problem" id="composer-problem">
      <Message
        role="alert"
        title={notTaken.message}
        action={
          <Link className="btn" to={`/sign-in?next=${encodeURIComponent(location.pathname)}`}>
            Sign in
          </Link>
        }
      >
        Sign in again and you are back at this question with everything you typed.
      </Message>
    </div>
  );
}
