/**
 * How much of the frame a route wants, exported as `handle` by the route: `{ shell: "bare" } satisfies ShellHandle`
 * leaves out the site's header and footer; such a page brings its own, as the room does with SlimHeader.
 */
export type ShellHandle = { shell: "bare" };

export function isBare(handle: unknown): boolean {
  return typeof handle === "object" && handle !== null && "shell" in handle && handle.shell === "bare";
}
