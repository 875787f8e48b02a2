import { memo } from "react";
import type { FormCriterion } from "#app/domain/authoring/form/draft-form.ts";
import { weightShares } from "#app/domain/authoring/form/weight-shares.ts";
import { competencies, competencyName } from "#app/domain/scenarios/competency.ts";
import { CheckItem, RedFlagItem } from "./check-items.tsx";
import { DraftField } from "./draft-field.tsx";
import { FormSection } from "./form-section.tsx";
import { Item, ItemList } from "./item-list.tsx";
import { percentWords } from "./percent-words.ts";

const file = "rubric.yaml";

function sharesOf(criteria: readonly FormCriterion[]) {
  return weightShares(
    criteria.map(({ weight, checks }) => ({
      weight: Number(weight),
      checks: checks.map(({ points }) => ({ points: Number(points) })),
    })),
  );
}

export const RubricSection = memo(function RubricSection({ criteria }: { criteria: readonly FormCriterion[] }) {
  const shares = sharesOf(criteria);
  return (
    <FormSection
      id="rubric"
      title="Rubric"
      lead="What an answer is judged by. Each check is a question that can be answered from the transcript alone."
    >
      <ItemList file={file} path="criteria" length={criteria.length} one="criterion" empty="Nothing is judged yet.">
        {criteria.map((criterion, at) => (
          <CriterionItem
            key={at}
            criterion={criterion}
            at={at}
            length={criteria.length}
            percent={shares[at]?.percent ?? 0}
          />
        ))}
      </ItemList>
    </FormSection>
  );
});

type CriterionItemProps = { criterion: FormCriterion; at: number; length: number; percent: number };

function titleOf({ title, competency, id }: FormCriterion): string {
  const known = competencies.find((each) => each === competency);
  return title || (known ? competencyName[known] : id);
}

const CriterionItem = memo(function CriterionItem({ criterion, at, length, percent }: CriterionItemProps) {
  return (
    <Item
      {...{ file, path: "criteria", at, length, one: "criterion" }}
      title={titleOf(criterion)}
      aside={percentWords(percent)}
    >
      {() => <CriterionFields criterion={criterion} path={`criteria[${at}]`} percent={percent} />}
    </Item>
  );
});

type CriterionFieldsProps = { criterion: FormCriterion; path: string; percent: number };

function CriterionFields({ criterion, path, percent }: CriterionFieldsProps) {
  const { checks, redFlags, levels } = criterion;
  const [shares] = sharesOf([criterion]);
  return (
    <>
      <DraftField file={file} path={`${path}.title`} value={criterion.title} />
      <div className="draft-fields-row">
        <DraftField file={file} path={`${path}.competency`} value={criterion.competency} />
        <DraftField
          file={file}
          path={`${path}.weight`}
          value={criterion.weight}
          aside={`${percentWords(percent)} of the score`}
        />
        <DraftField file={file} path={`${path}.id`} value={criterion.id} />
      </div>
      <h3>Levels</h3>
      {levels.map((text, level) => (
        <DraftField key={level} file={file} path={`${path}.levels.${level}`} value={text} />
      ))}
      <h3>Checks</h3>
      <ItemList file={file} path={`${path}.checks`} length={checks.length} one="check" empty="Nothing is asked yet.">
        {checks.map((check, nth) => (
          <CheckItem
            key={nth}
            check={check}
            list={`${path}.checks`}
            at={nth}
            length={checks.length}
            percent={((shares?.checks[nth] ?? 0) * percent) / 100}
          />
        ))}
      </ItemList>
      <h3>Red flags</h3>
      <ItemList
        file={file}
        path={`${path}.redFlags`}
        length={redFlags.length}
        one="red flag"
        empty="No mistake costs points here."
      >
        {redFlags.map((flag, nth) => (
          <RedFlagItem key={nth} flag={flag} list={`${path}.redFlags`} at={nth} length={redFlags.length} />
        ))}
      </ItemList>
    </>
  );
}
