import { useEffect, useRef } from "react";
import { Message } from "#app/components/ui/message.tsx";

/** What came of a form: it takes the focus, as the row that was sent from may be gone. Another sentence is another key. */
export function Told({ tone, children }: { tone: "done" | "refused"; children: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="told-form" ref={ref} tabIndex={-1}>
      <Message
        tone={tone === "done" ? "quiet" : "danger"}
        role={tone === "done" ? "status" : "alert"}
        title={children}
      />
    </div>
  );
}
