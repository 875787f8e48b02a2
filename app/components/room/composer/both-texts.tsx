import { useEffect, useRef } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { draftOf, type Rival, type Typed } from "../autosave.ts";

const names: Record<Rival["from"], { mine: string; theirs: string }> = {
  tab: { mine: "Here", theirs: "In the other tab" },
  server: { mine: "Back from this device", theirs: "Saved before" },
  device: { mine: "Saved", theirs: "Kept on this device" },
};

type BothTextsProps = { typed: Typed; rival: Rival; onChoose: (which: "mine" | "theirs") => void };

/** Two versions of one text side by side. Nothing is merged and nothing is thrown away before a person has chosen. */
export function BothTexts({ typed, rival, onChoose }: BothTextsProps) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <section className="both-texts" aria-label="Both versions of your text" tabIndex={-1} ref={ref}>
      <Version name={names[rival.from].mine} typed={typed} onKeep={() => onChoose("mine")} />
      <Version name={names[rival.from].theirs} typed={rival.typed} onKeep={() => onChoose("theirs")} />
    </section>
  );
}

function Version({ name, typed, onKeep }: { name: string; typed: Typed; onKeep: () => void }) {
  const { text, diagram } = draftOf(typed);
  return (
    <div>
      <h3 className="label">{name}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls is reached by keyboard */}
      <div className="both-texts-text" tabIndex={0} role="region" aria-label={`${name}: the text`}>
        <p>{text === "" ? <span className="muted">Nothing written</span> : text}</p>
        {diagram === "" ? null : <pre className="code">{diagram}</pre>}
      </div>
      <Button type="button" onClick={onKeep} aria-label={`Keep the text: ${name}`}>
        Keep this one
      </Button>
    </div>
  );
}
