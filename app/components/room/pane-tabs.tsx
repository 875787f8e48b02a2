import type { MouseEvent } from "react";

export type Pane = "brief" | "talk" | "told";

const panes: { pane: Pane; name: string }[] = [
  { pane: "brief", name: "Brief" },
  { pane: "talk", name: "Interview" },
  { pane: "told", name: "Told so far" },
];

type PaneTabsProps = { pane: Pane; onPane: (pane: Pane) => void; toldCount: number };

/** On a narrow page the panes take turns. Links, so that without scripts they lead down the page instead. */
export function PaneTabs({ pane, onPane, toldCount }: PaneTabsProps) {
  const show = (event: MouseEvent, chosen: Pane) => {
    event.preventDefault();
    onPane(chosen);
    scrollTo(0, 0);
  };
  return (
    <nav className="tabs pane-tabs" aria-label="Parts of the room">
      {panes.map((each) => (
        <a
          key={each.pane}
          href={`#${each.pane}`}
          aria-current={each.pane === pane ? "true" : undefined}
          onClick={(event) => show(event, each.pane)}
        >
          {each.name}
          {each.pane === "told" && toldCount > 0 ? <span className="muted num"> {toldCount}</span> : null}
        </a>
      ))}
    </nav>
  );
}
