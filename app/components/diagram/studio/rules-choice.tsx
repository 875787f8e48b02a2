import { diagramRules, diagramRuleTitle, type DiagramRule } from "#app/domain/scenarios/diagram-rule.ts";
import { Button } from "#app/components/ui/button.tsx";

type RulesChoiceProps = { chosen: readonly DiagramRule[]; onChoose: (rules: readonly DiagramRule[]) => void };

/** Which rules the drawing is held against; always in the order the rules have. */
export function RulesChoice({ chosen, onChoose }: RulesChoiceProps) {
  const toggle = (rule: DiagramRule) =>
    onChoose(diagramRules.filter((each) => (each === rule ? !chosen.includes(each) : chosen.includes(each))));
  return (
    <details className="rules-choice">
      <summary>
        Rules to hold it against: {chosen.length} of {diagramRules.length}
      </summary>
      <fieldset>
        <legend className="visually-hidden">Rules</legend>
        {diagramRules.map((rule) => (
          <label key={rule} className="choice">
            <input type="checkbox" checked={chosen.includes(rule)} onChange={() => toggle(rule)} />
            {diagramRuleTitle[rule]}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button type="button" look="text" onClick={() => onChoose(diagramRules)}>
          All of them
        </Button>
        <Button type="button" look="text" onClick={() => onChoose([])}>
          None
        </Button>
      </div>
    </details>
  );
}
