import type { KeyboardEvent, ReactNode } from "react";

export type Tab<Name extends string> = { name: Name; label: ReactNode; panelId: string };

type TabListProps<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  className?: string;
};

export const tabId = (panelId: string) => `${panelId}-tab`;

/** Tabs by the pattern screen readers know: one stop, arrows between them; each panel is labelled by its tab. */
export function TabList<Name extends string>({ label, tabs, selected, onSelect, className = "" }: TabListProps<Name>) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex(({ name }) => name === selected);
    const next = tabs.at((at + step) % tabs.length);
    if (!next) return;
    onSelect(next.name);
    document.getElementById(tabId(next.panelId))?.focus();
  };
  return (
    <div className={`tabs ${className}`} role="tablist" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={tabId(tab.panelId)}
          aria-controls={tab.panelId}
          aria-selected={tab.name === selected}
          tabIndex={tab.name === selected ? 0 : -1}
          onClick={() => onSelect(tab.name)}
          onKeyDown={move}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
