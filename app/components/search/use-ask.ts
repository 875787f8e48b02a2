import { useEffect, useRef, useState } from "react";
import { z } from "zod";

const SentenceSchema = z.object({
  sentence: z.object({ text: z.string(), address: z.string(), place: z.string(), quote: z.string() }),
});
const DoneSchema = z.object({
  outcome: z.enum(["answered", "not-in-material", "nothing-held"]),
  left: z.number(),
});
const FaultSchema = z.object({ message: z.string() });

export type Asked = {
  state: "idle" | "asking" | "done" | "fault";
  sentences: z.infer<typeof SentenceSchema>["sentence"][];
  outcome: z.infer<typeof DoneSchema> | null;
  fault: string | null;
};

const idle: Asked = { state: "idle", sentences: [], outcome: null, fault: null };
const broke = "The connection ended before the answer was complete. What came stands; ask again for the rest.";

/** One event of a stream, changed into what is shown. */
export function takeEvent(asked: Asked, { event, data }: { event: string; data: unknown }): Asked {
  if (event === "sentence") {
    const read = SentenceSchema.safeParse(data);
    return read.success ? { ...asked, sentences: [...asked.sentences, read.data.sentence] } : asked;
  }
  if (event === "done") {
    const read = DoneSchema.safeParse(data);
    return { ...asked, state: "done", outcome: read.success ? read.data : null };
  }
  const read = FaultSchema.safeParse(data);
  return { ...asked, state: "fault", fault: read.success ? read.data.message : broke };
}

/** The events of a stream's text so far that are complete, and the rest. */
export function readEvents(text: string): { events: { event: string; data: unknown }[]; rest: string } {
  const blocks = text.split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks.flatMap((block) => {
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) as unknown }];
  });
  return { events, rest };
}

async function follow(response: Response, take: (event: { event: string; data: unknown }) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    const { events, rest } = readEvents(text + piece.value);
    text = rest;
    for (const event of events) take(event);
  }
}

/** Asks for an answer out of the material and follows it as it comes; asking again, or leaving, ends it. */
export function useAsk(question: string): { asked: Asked; ask: () => void } {
  const [asked, setAsked] = useState(idle);
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  const ask = () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setAsked({ ...idle, state: "asking" });
    const change = (how: (asked: Asked) => Asked) => {
      if (!controller.signal.aborted) setAsked(how);
    };
    const send = async () => {
      const body = new URLSearchParams({ q: question });
      const response = await fetch("/search/ask", { method: "POST", body, signal: controller.signal });
      if (!response.ok) {
        const message = await response.text();
        return change((now) => ({ ...now, state: "fault", fault: message }));
      }
      await follow(response, (event) => change((now) => takeEvent(now, event)));
      change((now) => (now.state === "asking" ? { ...now, state: "fault", fault: broke } : now));
    };
    send().catch(() => change((now) => ({ ...now, state: "fault", fault: broke })));
  };
  return { asked, ask };
}
