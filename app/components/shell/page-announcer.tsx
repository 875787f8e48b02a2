import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** Says the new page's title to a screen reader, which a navigation without a page load would leave unsaid. */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const announcedPath = useRef(pathname);
  const [title, setTitle] = useState("");
  useEffect(() => {
    if (announcedPath.current === pathname) return;
    announcedPath.current = pathname;
    setTitle(document.title);
  }, [pathname]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {title}
    </p>
  );
}
