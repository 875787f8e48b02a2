import { memo, useContext } from "react";
import type { FormCheck, FormRedFlag } from "#app/domain/authoring/form/draft-form.ts";
import { requireField } from "#app/domain/authoring/form/fields.ts";
import { setField } from "#app/domain/authoring/form/set-field.ts";
import { titleOf } from "#app/domain/scenarios/schema.ts";
import { anchorOf } from "./anchors.ts";
import { useEdit } from "./draft-edit.ts";
import { DraftField } from "./draft-field.tsx";
import { Item } from "./item-list.tsx";
import { percentWords } from "./percent-words.ts";
import { StudyContext, studyListId } from "./study-sections.tsx";
import { TextList } from "./text-list.tsx";

const file = "rubric.yaml";

type CheckItemProps = { check: FormCheck; list: string; at: number; length: number; percent: number };

export const CheckItem = memo(function CheckItem({ check, list, at, length, percent }: CheckItemProps) {
  const share = percentWords(percent);
  return (
    <Item {...{ file, path: list, at, length, one: "check" }} title={titleOf(check)} aside={share}>
      {() => <CheckFields check={check} path={`${list}[${at}]`} share={share} />}
    </Item>
  );
});

function CheckFields({ check, path, share }: { check: FormCheck; path: string; share: string }) {
  return (
    <>
      <DraftField file={file} path={`${path}.asks`} value={check.asks} />
      <DraftField file={file} path={`${path}.title`} value={check.title} />
      <div className="draft-fields-row">
        <DraftField file={file} path={`${path}.points`} value={check.points} aside={`${share} of the score`} />
        <DraftField file={file} path={`${path}.id`} value={check.id} />
      </div>
      <AfterTwist path={`${path}.afterTwist`} value={check.afterTwist} />
      <TextList file={file} path={`${path}.met`} value={check.met} one="phrasing" />
      <TextList file={file} path={`${path}.notMet`} value={check.notMet} one="near miss" />
      <DraftField file={file} path={`${path}.probe`} value={check.probe} />
      <StudyField path={`${path}.study`} value={check.study} />
      <DraftField file={file} path={`${path}.diagramRule`} value={check.diagramRule} />
    </>
  );
}

function AfterTwist({ path, value }: { path: string; value: boolean }) {
  const { change } = useEdit();
  const { label, help } = requireField({ file, path });
  return (
    <div className="draft-field">
      <div>
        <label className="choice">
          <input
            type="checkbox"
            id={anchorOf({ file, path })}
            checked={value}
            onChange={({ target }) =>
              change((files) => setField(files, { file, path, value: target.checked ? true : null }))
            }
          />
          {label}
        </label>
        <p className="hint">{help}</p>
      </div>
    </div>
  );
}

/** Where to read about it: chosen from the sections there are, whose title then stands below. */
function StudyField({ path, value }: { path: string; value: string }) {
  const title = useContext(StudyContext).get(value);
  return (
    <DraftField
      file={file}
      path={path}
      value={value}
      suggestions={studyListId}
      below={title ? <p className="small ink-2">{title}</p> : null}
    />
  );
}

type RedFlagItemProps = { flag: FormRedFlag; list: string; at: number; length: number };

export const RedFlagItem = memo(function RedFlagItem({ flag, list, at, length }: RedFlagItemProps) {
  const path = `${list}[${at}]`;
  return (
    <Item
      {...{ file, path: list, at, length, one: "red flag" }}
      title={titleOf(flag)}
      aside={flag.minus === "" ? null : `−${flag.minus}`}
    >
      {() => (
        <>
          <DraftField file={file} path={`${path}.asks`} value={flag.asks} />
          <DraftField file={file} path={`${path}.title`} value={flag.title} />
          <div className="draft-fields-row">
            <DraftField file={file} path={`${path}.minus`} value={flag.minus} />
            <DraftField file={file} path={`${path}.id`} value={flag.id} />
          </div>
          <TextList file={file} path={`${path}.met`} value={flag.met} one="phrasing" />
          <TextList file={file} path={`${path}.notMet`} value={flag.notMet} one="near miss" />
          <StudyField path={`${path}.study`} value={flag.study} />
        </>
      )}
    </Item>
  );
});
