// Pages of other sites can make a visitor's browser send forms here. Browsers say where a request comes from; a request
// that changes something and cannot show that it comes from this site is refused, with or without cookies.

export const crossOriginMessage =
  "This request did not come from this site's own pages, so nothing was changed. Open the page here and send the form again.";

/** `host` is what the visitor addressed, with its port. */
export function isSameOrigin(headers: { site: string | null; origin: string | null }, host: string): boolean {
  if (headers.site === "same-origin" || headers.site === "none") return true;
  return headers.origin !== null && URL.canParse(headers.origin) && new URL(headers.origin).host === host;
}

/** The first line of every action and state-changing resource route. */
export function requireSameOrigin(request: Request): void {
  const headers = { site: request.headers.get("sec-fetch-site"), origin: request.headers.get("origin") };
  if (!isSameOrigin(headers, new URL(request.url).host)) {
    throw new Response(crossOriginMessage, { status: 403, statusText: "Forbidden" });
  }
}
