import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Message } from "#app/components/ui/message.tsx";
import { useAsk, type Asked } from "./use-ask.ts";

type AskProps = {
  question: string;
  /** `no-key`: this installation has no model; `stranger`: whoever looks has neither an account nor a guest's. */
  access: "open" | "no-key" | "stranger";
};

/** Asks a model to answer from the passages alone; each sentence leads to the passage it was checked against. */
export function Ask({ question, access }: AskProps) {
  const { asked, ask } = useAsk(question);
  // Sentences come one by one, which takes a script.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return (
    <section className="search-ask" aria-labelledby="ask-title">
      <h2 id="ask-title">Ask the material</h2>
      <p className="small ink-2">{accessWords(access)}</p>
      {access === "open" && isLive ? (
        <p>
          <Button type="button" look="go" onClick={ask} aria-disabled={asked.state === "asking"}>
            {asked.state === "asking" ? "Asking …" : "Ask"}
          </Button>
        </p>
      ) : null}
      {access === "open" && !isLive ? <noscript>Asking needs JavaScript; search does not.</noscript> : null}
      <Answer asked={asked} />
    </section>
  );
}

function accessWords(access: AskProps["access"]) {
  if (access === "no-key") {
    return "Asking needs a key for a model, and this installation has none. Search works without one.";
  }
  if (access === "stranger") {
    return (
      <>
        A model can answer from these passages for whoever is <Link to="/sign-in?next=/search">signed in</Link> or has
        begun a <Link to="/scenarios">scenario</Link>. Search is open to all.
      </>
    );
  }
  return "A model answers from the passages that were found and from nothing else. Each sentence is shown only if its quote stands in its passage.";
}

function Answer({ asked: { state, sentences, outcome, fault } }: { asked: Asked }) {
  return (
    <div className="search-ask-answer" aria-live="polite" aria-busy={state === "asking"}>
      {sentences.map(({ text, address, place, quote }) => (
        <div key={`${address} ${text}`}>
          <p className="search-ask-sentence">{text}</p>
          <p className="tiny muted">
            <Link to={address}>{place}</Link>: “{quote}”
          </p>
        </div>
      ))}
      {state === "fault" ? (
        <Message tone="warn" title="There is no complete answer." role="status">
          {fault} The search results above do not depend on it.
        </Message>
      ) : null}
      {outcome ? <p className="small ink-2">{outcomeWords(outcome)}</p> : null}
    </div>
  );
}

function outcomeWords({ outcome, left }: NonNullable<Asked["outcome"]>): string {
  if (outcome === "not-in-material") return "The material does not answer this.";
  if (outcome === "nothing-held") {
    return "The model answered, but no sentence of it could be held to a passage, so none is shown.";
  }
  if (left === 0) return "Every sentence’s quote was found in its passage.";
  return `${left === 1 ? "1 sentence was" : `${left} sentences were`} left out: the citation did not hold.`;
}
