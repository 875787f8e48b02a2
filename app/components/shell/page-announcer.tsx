import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * What a page load does and a navigation without one leaves undone: says the new title to a screen reader, and puts the
 * focus, where it went with the old page, at the beginning of the new one.
 */
export function PageAnnouncer() {
  const location = useLocation();
  const shown = useRef<string | null>(null);
  const [title, setTitle] = useState("");
  useEffect(() => {
    const before = shown.current;
    shown.current = `${location.pathname} ${document.title}`;
    if (before === null || before === shown.current) return;
    setTitle(document.title);
    const isLost = document.activeElement === document.body && location.hash === "";
    if (isLost) document.getElementById("main")?.focus({ preventScroll: true });
  }, [location]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {title}
    </p>
  );
}
