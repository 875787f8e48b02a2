import { useCallback, useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from "react";
import type { Figure } from "#app/domain/content/figures.ts";
import { FigureEntry } from "./figure-entry.tsx";
import "./figure-badge.css";

type Opened = { figure: Figure; badge: HTMLElement };

/**
 * Opens the entry of a figure where its badge stands. Without scripts, in an old browser, or with a key held, the badge
 * stays what it is: a link into the ledger.
 */
export function FigureNotes({ figures, children }: { figures: readonly Figure[]; children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const open = (event: MouseEvent<HTMLDivElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const badge = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-figure]") : null;
    const figure = figures.find(({ id }) => id === badge?.dataset.figure);
    if (!badge || !figure || !("popover" in badge)) return;
    event.preventDefault();
    setOpened({ figure, badge });
  };
  return (
    // Every badge inside is a link, which the keyboard reaches and clicks.
    <div onClickCapture={open}>
      {children}
      {opened ? <Note key={opened.figure.id} {...opened} onClose={close} /> : null}
    </div>
  );
}

/** The browser's own popover: it closes by Escape and by a click elsewhere, and gives the focus back. */
function Note({ figure, badge, onClose }: Opened & { onClose: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  const headingId = useId();
  useEffect(() => {
    const note = panel.current;
    if (!note) return;
    note.setAttribute("popover", "auto");
    note.showPopover();
    placeBelow(note, badge);
    note.focus();
    const onToggle = (event: Event) => {
      if ("newState" in event && event.newState === "closed") onClose();
    };
    note.addEventListener("toggle", onToggle);
    return () => note.removeEventListener("toggle", onToggle);
  }, [badge, onClose]);
  return (
    <div ref={panel} className="figure-note" role="dialog" aria-labelledby={headingId} tabIndex={-1}>
      <FigureEntry figure={figure} headingId={headingId} />
    </div>
  );
}

/** Below the badge, or above it where the window ends, and never outside of it. */
function placeBelow(note: HTMLElement, badge: HTMLElement): void {
  const [at, own] = [badge.getBoundingClientRect(), note.getBoundingClientRect()];
  const gap = 8;
  const left = Math.max(20, Math.min(at.left - 24, document.documentElement.clientWidth - own.width - 20));
  const fitsBelow = at.bottom + gap + own.height <= window.innerHeight || at.top - gap - own.height < 0;
  const top = fitsBelow ? at.bottom + gap : at.top - gap - own.height;
  note.style.left = `${left + window.scrollX}px`;
  note.style.top = `${top + window.scrollY}px`;
}
