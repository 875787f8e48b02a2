import { useLocation } from "@remix-run/react";
import { useEffect, useState } from "react";

/** The anchor that the address leads to; the browser's own `:target` does not follow links taken inside the page. */
export function useLitAnchor(): string | null {
  const { hash } = useLocation();
  const [lit, setLit] = useState<string | null>(null);
  useEffect(() => setLit(hash === "" ? null : decode(hash.slice(1))), [hash]);
  return lit;
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
