/** Without the query, which may hold what somebody typed, and without what opens an invitation. */
export function loggedPath(url: string): string {
  return (url.split("?", 1)[0] ?? "").replace(/^(\/+(?:invitations|assess)\/+)[^/.]+/i, "$1…");
}
