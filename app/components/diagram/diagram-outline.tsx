import { Fragment } from "react";
import type { Graph } from "#app/domain/diagrams/graph.ts";
import { outlineOf, type OutlineItem } from "#app/domain/diagrams/outline.ts";

/** A flowchart as nested lists: each box with what it leads to, group by group. */
export function DiagramOutline({ graph }: { graph: Graph }) {
  const { title, items } = outlineOf(graph);
  const headings = [...new Set(items.map((item) => item.group))];
  return (
    <div className="diagram-outline">
      <p className="diagram-outline-title">{title}</p>
      {headings.map((heading) => (
        <Fragment key={heading ?? ""}>
          {heading === null ? null : <p className="diagram-outline-group">{heading}</p>}
          <ul>{items.map((item, index) => (item.group === heading ? <Item key={index} item={item} /> : null))}</ul>
        </Fragment>
      ))}
    </div>
  );
}

function Item({ item }: { item: OutlineItem }) {
  const [first, ...more] = item.links;
  if (!first) return <li>{item.from}</li>;
  if (more.length === 0) {
    return (
      <li>
        {item.from} <Target {...first} />
      </li>
    );
  }
  return (
    <li>
      {item.from}
      <ul>
        {item.links.map((link, index) => (
          <li key={index}>
            <Target {...link} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Target({ to, label }: { to: string; label: string | null }) {
  return (
    <>
      {label === null ? null : <span className="diagram-outline-label">{label} </span>}
      <span aria-hidden="true">→ </span>
      <span className="visually-hidden">leads to </span>
      {to}
    </>
  );
}
