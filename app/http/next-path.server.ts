// Where to go after signing in or changing the theme. It comes from the address or a form, so from anybody: only a path
// of this site is followed.

const anywhere = "http://this.site";

export function parseNextPath(value: unknown, otherwise = "/"): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, anywhere)) return otherwise;
  const { origin, pathname, search, hash } = new URL(value, anywhere);
  return origin === anywhere && !pathname.startsWith("//") ? pathname + search + hash : otherwise;
}
