import { useEffect, useState, type RefObject } from "react";

/** How far outside the window something counts as near: about a screen, so that it is there when it is scrolled to. */
const margin = "600px";

/** Whether an element has been near the window; once true it stays true. */
export function useNearViewport(element: RefObject<HTMLElement>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (isNear || !element.current) return;
    if (typeof IntersectionObserver === "undefined") {
      setIsNear(true);
      return;
    }
    const observer = new IntersectionObserver((entries) => setIsNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: margin,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}
