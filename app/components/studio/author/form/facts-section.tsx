import { memo } from "react";
import { factValue } from "#app/components/library/scenario-facts.tsx";
import type { FormFact, FormHiddenFact } from "#app/domain/authoring/form/draft-form.ts";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { Item, ItemList } from "./item-list.tsx";
import { TextList } from "./text-list.tsx";
import { factOf } from "../preview/fact-of.ts";

const file = "scenario.md";

type FactsProps = { facts: readonly FormFact[]; hiddenFacts: readonly FormHiddenFact[] };

export const FactsSection = memo(function FactsSection({ facts, hiddenFacts }: FactsProps) {
  return (
    <FormSection id="facts" title="Facts" lead="What is given, and what is told only to those who ask for it.">
      <h3>Given</h3>
      <ItemList file={file} path="facts" length={facts.length} one="fact" empty="Nothing is given yet to reason with.">
        {facts.map((fact, at) => (
          <FactItem key={at} fact={fact} at={at} length={facts.length} />
        ))}
      </ItemList>
      <h3>Told when asked</h3>
      <ItemList
        file={file}
        path="hiddenFacts"
        length={hiddenFacts.length}
        one="hidden fact"
        empty="Nothing is worth asking for yet."
      >
        {hiddenFacts.map((fact, at) => (
          <HiddenFactItem key={at} fact={fact} at={at} length={hiddenFacts.length} />
        ))}
      </ItemList>
    </FormSection>
  );
});

type FactItemProps = { fact: FormFact; at: number; length: number };

const FactItem = memo(function FactItem({ fact, at, length }: FactItemProps) {
  const path = `facts[${at}]`;
  const given = factOf(fact);
  return (
    <Item
      {...{ file, path: "facts", at, length, one: "fact" }}
      title={fact.label}
      aside={given ? factValue(given) : fact.value}
    >
      {() => (
        <>
          <DraftField file={file} path={`${path}.label`} value={fact.label} />
          <div className="draft-fields-row">
            <DraftField file={file} path={`${path}.value`} value={fact.value} />
            <DraftField file={file} path={`${path}.unit`} value={fact.unit} />
            <DraftField file={file} path={`${path}.source`} value={fact.source} />
            <DraftField file={file} path={`${path}.id`} value={fact.id} />
          </div>
        </>
      )}
    </Item>
  );
});

type HiddenFactItemProps = { fact: FormHiddenFact; at: number; length: number };

const HiddenFactItem = memo(function HiddenFactItem({ fact, at, length }: HiddenFactItemProps) {
  const path = `hiddenFacts[${at}]`;
  return (
    <Item {...{ file, path: "hiddenFacts", at, length, one: "hidden fact" }} title={fact.asks[0] ?? fact.id}>
      {() => (
        <>
          <DraftField file={file} path={`${path}.answer`} value={fact.answer} />
          <TextList file={file} path={`${path}.asks`} value={fact.asks} one="way of asking" />
          <DraftField file={file} path={`${path}.id`} value={fact.id} />
        </>
      )}
    </Item>
  );
});
