import { useState, type MouseEvent } from "react";
import { diagramRules, type DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { DiagramEditor } from "../diagram-editor.tsx";
import { FindingsList } from "../findings/findings-list.tsx";
import { RulesChoice } from "./rules-choice.tsx";
import { startingDrawings, startingNames, type StartingName } from "./starting-drawings.ts";
import { StudioActions } from "./studio-actions.tsx";
import { studioHistoryKey, useStudioSource } from "./use-studio-source.ts";
import "./diagram-studio.css";

/** Drawing on its own: the room's editor with everything around it, and nothing that leaves the browser. */
export function DiagramStudio({ start }: { start: StartingName }) {
  const { source, setSource, problem, shared } = useStudioSource(startingDrawings[start].source);
  const [rules, setRules] = useState<readonly DiagramRule[]>(diagramRules);
  return (
    <div className="diagram-studio">
      <StartingLinks onLoad={(name) => setSource(startingDrawings[name].source)} />
      {problem ? (
        <p className="diagram-fault" role="alert">
          {problem}
        </p>
      ) : null}
      {shared ? (
        <p className="small ink-2" role="status">
          This drawing came with the link. {shared === "first" ? null : "Undo brings back what was here before."}
        </p>
      ) : null}
      <div className="studio-sheet">
        <DiagramEditor
          name="source"
          label="Your drawing, in Mermaid"
          value={source}
          onChange={setSource}
          renderBelow={({ source, onLine }) => (
            <>
              <RulesChoice chosen={rules} onChoose={setRules} />
              <FindingsList source={source} rules={rules} onLine={onLine} />
            </>
          )}
          historyKey={studioHistoryKey}
          isPaletteOpen
        />
      </div>
      <StudioActions source={source} />
    </div>
  );
}

/** Links, so that they also lead somewhere without scripts; with scripts undo leads back. */
function StartingLinks({ onLoad }: { onLoad: (name: StartingName) => void }) {
  const load = (name: StartingName) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onLoad(name);
  };
  return (
    <p className="studio-starts small">
      <span className="muted">Start from</span>
      {startingNames.map((name) => (
        <a key={name} href={`?start=${name}`} onClick={load(name)}>
          {startingDrawings[name].title}
        </a>
      ))}
    </p>
  );
}
