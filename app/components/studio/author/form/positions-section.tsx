import { memo } from "react";
import type { FormPosition } from "#app/domain/authoring/form/draft-form.ts";
import { approaches, approachName } from "#app/domain/scenarios/approach.ts";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { Item, ItemList } from "./item-list.tsx";
import { SourceList } from "./source-list.tsx";

const file = "scenario.md";

export const PositionsSection = memo(function PositionsSection({ positions }: { positions: readonly FormPosition[] }) {
  return (
    <FormSection
      id="positions"
      title="Positions"
      lead="What can be defended here, and the condition that selects it. There is no one right answer."
    >
      <ItemList
        file={file}
        path="positions"
        length={positions.length}
        one="position"
        empty="No approach can be defended yet."
      >
        {positions.map((position, at) => (
          <PositionItem key={at} position={position} at={at} length={positions.length} />
        ))}
      </ItemList>
    </FormSection>
  );
});

type PositionItemProps = { position: FormPosition; at: number; length: number };

const PositionItem = memo(function PositionItem({ position, at, length }: PositionItemProps) {
  const path = `positions[${at}]`;
  const approach = approaches.find((each) => each === position.approach);
  return (
    <Item
      {...{ file, path: "positions", at, length, one: "position" }}
      title={approach ? approachName[approach] : position.approach}
      aside={position.strength}
    >
      {() => (
        <>
          <div className="draft-fields-row">
            <DraftField file={file} path={`${path}.approach`} value={position.approach} />
            <DraftField file={file} path={`${path}.strength`} value={position.strength} />
          </div>
          <DraftField file={file} path={`${path}.when`} value={position.when} />
          <SourceList file={file} path={`${path}.sources`} value={position.sources} />
        </>
      )}
    </Item>
  );
});
