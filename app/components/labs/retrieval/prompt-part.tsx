import type { PromptView, RunView } from "#app/domain/retrieval/lab/lab-view.ts";
import { countWords, sureWords } from "./run-words.ts";
import { StageMark } from "./stage-mark.tsx";

type PromptPartProps = { run: RunView; budget: string };

/** What a model would be handed, word for word, and what was left out for want of room. */
export function PromptPart({ run, budget }: PromptPartProps) {
  const { prompt } = run;
  return (
    <section className="part" aria-labelledby="prompt">
      <h2 id="prompt">What the model would be handed</h2>
      <p className="ink-2 lab-part-lead">
        About {prompt.tokens.toLocaleString("en-US")} of {Number(budget).toLocaleString("en-US")} tokens, estimated at
        four characters each; a model counts its own. {sureWords(run)}
      </p>
      <div className="prompt-sheet">
        <p>{prompt.opening}</p>
        <PromptPassages prompt={prompt} />
        <p>{prompt.closing}</p>
      </div>
      <CutPassages prompt={prompt} />
    </section>
  );
}

function PromptPassages({ prompt: { parts } }: { prompt: PromptView }) {
  if (parts.length === 0) return null;
  return (
    <ol className="prompt-passages">
      {parts.map(({ text, tokens, mark }) => (
        <li key={text} className={mark ?? undefined}>
          <p className="tiny muted">
            <StageMark mark={mark} /> about {tokens} tokens
          </p>
          <p className="prompt-text">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function CutPassages({ prompt: { cut } }: { prompt: PromptView }) {
  if (cut.length === 0) return null;
  return (
    <div className="prompt-cut small">
      <p>
        <b>Cut for want of room: {countWords(cut.length, "passage")}.</b>
      </p>
      <ul>
        {cut.map(({ title, heading, tokens, mark }, nth) => (
          <li key={nth}>
            <StageMark mark={mark} /> {title}: {heading}, about {tokens} tokens
          </li>
        ))}
      </ul>
    </div>
  );
}
