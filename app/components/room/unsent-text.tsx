import { useEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { KeptText } from "./autosave.ts";
import { keptTexts } from "./kept-text.ts";
import type { RoomView } from "./room-view.ts";

/** Text this device kept and the interview ended without: it cannot be sent any more, but it is not thrown away. */
export function UnsentText({ room }: { room: Pick<RoomView, "id" | "turns" | "late"> }) {
  const { id: sessionId, turns, late } = room;
  const [kept, setKept] = useState<KeptText | null>(null);
  useEffect(() => setKept(keptTexts.find(sessionId)), [sessionId]);
  if (kept === null) return null;
  const { answer, question, diagram } = kept.typed;
  const isElsewhere = (text: string) =>
    turns.some((turn) => turn.text === text.trim()) ||
    late?.text.includes(text.trim()) ||
    late?.diagram === text.trim();
  const unsent = [answer, question, diagram].filter((text) => !isElsewhere(text));
  if (unsent.every((text) => text === "")) return null;
  return (
    <section className="unsent-text" aria-labelledby="unsent-title">
      <h3 className="label" id="unsent-title">
        Written on this device and never sent; no part of the interview
      </h3>
      {unsent
        .filter((text) => text !== "")
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
      <Button
        type="button"
        onClick={() => {
          keptTexts.forget(sessionId, kept);
          setKept(null);
        }}
      >
        Throw it away
      </Button>
    </section>
  );
}
