import { Link, useLocation, useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect } from "react";
import { Kbd } from "#app/components/ui/kbd.tsx";

const searchPage = "/search";

/** The way to the search page, with its key: `/` goes there and puts the cursor in its field. */
export function SearchLink() {
  const location = useLocation();
  const navigate = useNavigate();
  const isThere = location.pathname === searchPage;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      if (isThere) focusField();
      else navigate(searchPage, { state: { byKey: true } });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isThere, navigate]);
  const cameByKey = isThere && wasKey(location.state);
  useEffect(() => {
    if (cameByKey) focusField();
  }, [cameByKey]);
  return (
    <Link
      className="btn bare search-link"
      to={searchPage}
      aria-keyshortcuts="/"
      aria-current={isThere ? "page" : undefined}
    >
      <Search strokeWidth={1.75} aria-hidden="true" />
      <span className="search-link-word">Search</span>
      <Kbd>/</Kbd>
    </Link>
  );
}

function focusField(): void {
  document.querySelector<HTMLInputElement>("main input[name='q']")?.focus();
}

function wasKey(state: unknown): boolean {
  return typeof state === "object" && state !== null && "byKey" in state;
}

/** A key that is typed into a field is text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}
