import { useRef, type ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { TabList } from "#app/components/ui/tab-list.tsx";
import type { Typed } from "../autosave.ts";
import { useFittingHeight } from "./use-fitting-height.ts";

export type ComposerTab = "write" | "draw";

export const writePanel = "composer-write";
export const drawPanel = "composer-draw";

export function KindChoice({ kind, onChoose }: { kind: Typed["kind"]; onChoose: (kind: Typed["kind"]) => void }) {
  const choice = (intent: string, of: Typed["kind"], name: ReactNode) => (
    <label>
      <input type="radio" name="intent" value={intent} checked={kind === of} onChange={() => onChoose(of)} />
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

export function FormTabs({ tab, onTab, hasDiagram }: FormTabsProps) {
  const drawn = (
    <>
      Diagram <span aria-hidden="true">•</span>
      <span className="visually-hidden">drawn</span>
    </>
  );
  return (
    <TabList
      className="composer-tabs needs-script"
      label="How you answer"
      tabs={[
        { name: "write", label: "Write", panelId: writePanel },
        { name: "draw", label: hasDiagram ? drawn : "Diagram", panelId: drawPanel },
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
  /** `pasted` is how many characters of the change came by pasting. */
  onChange: (text: string, pasted: number) => void;
  isReadOnly: boolean;
  isInvalid: boolean;
};

/** Without a length in the markup: a browser would cut what is pasted, and nothing written is cut here. */
export function Said({ label, placeholder, value, onChange, isReadOnly, isInvalid }: SaidProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useFittingHeight(ref, value);
  const pasted = useRef(0);
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
      readOnly={isReadOnly}
      onPaste={(event) => {
        pasted.current = event.clipboardData.getData("text").length;
      }}
      onChange={(event) => {
        onChange(event.target.value, pasted.current);
        pasted.current = 0;
      }}
    />
  );
}

type SendProps = { name: string; isSending: boolean; waitingFor: string | null };

/** It can be focused while it has to wait, and then says what for. */
export function Send({ name, isSending, waitingFor }: SendProps) {
  return (
    <Button look="go" aria-disabled={isSending || waitingFor !== null} title={waitingFor ?? undefined}>
      {isSending ? "Sending" : name}
      <span className="composer-keys" aria-hidden="true">
        <Kbd>Ctrl ↵</Kbd>
      </span>
    </Button>
  );
}
