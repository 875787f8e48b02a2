import { useSyncExternalStore } from "react";
import type { DiagramTheme } from "./diagram-look.ts";

const dark = "(prefers-color-scheme: dark)";

/** The theme on screen: the one chosen, or else the system's. */
export function useDiagramTheme(): DiagramTheme {
  return useSyncExternalStore(subscribe, readTheme, () => "light");
}

function readTheme(): DiagramTheme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia?.(dark).matches ? "dark" : "light";
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const system = window.matchMedia?.(dark);
  system?.addEventListener("change", onChange);
  return () => {
    observer.disconnect();
    system?.removeEventListener("change", onChange);
  };
}
