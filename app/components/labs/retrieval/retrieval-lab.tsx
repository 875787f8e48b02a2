import { Message } from "#app/components/ui/message.tsx";
import type { RetrievalLabView, RunView } from "#app/domain/retrieval/lab/lab-view.ts";
import { LabHead } from "../lab-head.tsx";
import { PresetTabs } from "../preset/preset-tabs.tsx";
import { KnobForm } from "./knob-form.tsx";
import { PlantedPart } from "./planted-part.tsx";
import { PromptPart } from "./prompt-part.tsx";
import { RecallChart } from "./recall-chart.tsx";
import { answerSentence, meaningWords, noneWords, stageNote } from "./run-words.ts";
import { StageTable } from "./stage-table.tsx";
import { useRetrievalState } from "./use-retrieval-state.ts";
import "./retrieval.css";

/** A retrieval pipeline with its knobs outside: one question through every stage, and all questions measured. */
export function RetrievalLab({ view }: { view: RetrievalLabView }) {
  const state = useRetrievalState(view);
  const { planted, run, measured, question, failures } = view;
  return (
    <div className="wrap lab retrieval">
      <LabHead name="Retrieval" title="Which knob finds it">
        Search over this product’s own material, with every stage open. Turn a knob, and see what it does to one
        question and to all of them.
      </LabHead>
      <PresetTabs
        label="What is searched"
        tabs={[{ id: "material", name: "The material", href: "?" }, ...failures.map(failureTab)]}
        selected={planted?.id ?? "material"}
      />
      <Notices view={view} />
      {planted ? (
        <PlantedPart
          planted={planted}
          question={question}
          params={state.lab.params}
          hasMeaning={view.meaning.state === "ready"}
        />
      ) : null}
      <section className="lab-grid" aria-label="The knobs and what they do">
        <KnobForm view={view} state={state} />
        <div className="lab-main">
          {planted ? null : <p className="retrieval-question">“{question.slice(0, 300)}”</p>}
          <p className="lab-answer" role="status">
            {answerSentence(view)}
          </p>
          {run ? <Corrected run={run} /> : null}
          {measured.now.answerable > 0 ? (
            <RecallChart measured={measured} isShipped={sameMeasured(view)} />
          ) : (
            <p className="serif">There are no test questions here, so there is nothing to measure the knobs by.</p>
          )}
          {planted ? (
            <p className="small ink-2 retrieval-aside">
              What these knobs would do to this product’s own search: what mends one question may cost others.
            </p>
          ) : null}
        </div>
      </section>
      {run ? <Stages view={view} run={run} /> : null}
      {run ? <PromptPart run={run} budget={view.texts.budget} /> : null}
    </div>
  );
}

const failureTab = ({ id, name }: { id: string; name: string }) => ({ id, name, href: `?planted=${id}` });

/** Knobs that change no measure draw one line, not two on top of each other. */
function sameMeasured({ measured: { now, shipped } }: RetrievalLabView): boolean {
  return JSON.stringify(now) === JSON.stringify(shipped);
}

function Notices({ view }: { view: RetrievalLabView }) {
  const unknown = view.unknown.find(({ what }) => what === "planted");
  const meaning = meaningWords(view.meaning) ?? meaningWords(view.measured.meaning);
  return (
    <div className="stack retrieval-notices">
      {unknown ? (
        <Message tone="warn" title={`There is no failure “${unknown.name}”.`}>
          The material is shown instead; the failures are the tabs above.
        </Message>
      ) : null}
      {meaning ? (
        <Message title={meaning.title} role="status">
          {meaning.advice}
        </Message>
      ) : null}
    </div>
  );
}

function Corrected({ run: { corrected } }: { run: RunView }) {
  if (corrected.length === 0) return null;
  return (
    <p className="small ink-2">{corrected.map(({ typed, read }) => `“${typed}” is read as “${read}”`).join("; ")}.</p>
  );
}

function Stages({ view, run }: { view: RetrievalLabView; run: RunView }) {
  return (
    <section className="part" aria-labelledby="stages">
      <h2 id="stages">Stage by stage</h2>
      <p className="ink-2 lab-part-lead">
        {view.passageCount.toLocaleString("en-US")} passages of at most {view.texts.size} words.
        {view.expects === "passage" ? " The passage that answers is marked wherever it is." : ""}
      </p>
      <div className="stages">
        {run.stages.map((stage) => (
          <StageTable
            key={stage.name}
            stage={stage}
            passages={run.passages}
            note={stageNote(stage.name, view)}
            none={noneWords(stage.name, view)}
          />
        ))}
      </div>
    </section>
  );
}
