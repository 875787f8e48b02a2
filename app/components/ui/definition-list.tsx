import type { ReactNode } from "react";

/** Terms and their values in two columns under an ink rule; `note` stands after the value in small grey. */
export function DefinitionList({
  items,
}: {
  items: readonly { term: ReactNode; value: ReactNode; note?: ReactNode }[];
}) {
  return (
    <dl className="definition-list">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.note ? <> {item.note}</> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
