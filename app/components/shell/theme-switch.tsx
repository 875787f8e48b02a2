import { useFetcher, useFetchers, useLocation } from "@remix-run/react";
import { Moon, Sun } from "lucide-react";

export const themeFetcherKey = "theme";

/** The theme that is being sent right now, so that the page can change before the answer is back. */
export function useThemeBeingSent(): string | null {
  const sending = useFetchers()
    .find((fetcher) => fetcher.key === themeFetcherKey)
    ?.formData?.get("theme");
  return typeof sending === "string" ? sending : null;
}

/**
 * Two buttons of which the style sheet shows the one that changes something, whatever the system prefers; so it needs
 * no script, and no guess on the server. `next` is where a browser without scripts comes back to.
 */
export function ThemeSwitch() {
  const fetcher = useFetcher({ key: themeFetcherKey });
  const location = useLocation();
  return (
    <fetcher.Form method="post" action="/theme" preventScrollReset className="theme-switch">
      <input type="hidden" name="next" value={location.pathname + location.search} />
      <button className="btn bare to-dark" name="theme" value="dark" aria-label="Dark theme" title="Dark theme">
        <Moon strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button className="btn bare to-light" name="theme" value="light" aria-label="Light theme" title="Light theme">
        <Sun strokeWidth={1.75} aria-hidden="true" />
      </button>
    </fetcher.Form>
  );
}

/** Gives the choice back to the system; shown only after one was made. */
export function FollowSystemTheme() {
  const fetcher = useFetcher({ key: themeFetcherKey });
  const location = useLocation();
  return (
    <fetcher.Form method="post" action="/theme" preventScrollReset className="theme-follow">
      <input type="hidden" name="next" value={location.pathname + location.search} />
      <button className="btn text" name="theme" value="system">
        Follow the system’s theme
      </button>
    </fetcher.Form>
  );
}
