import { createCookie } from "@remix-run/node";
import { z } from "zod";

const ThemeSchema = z.enum(["light", "dark", "system"]);
export type Theme = z.infer<typeof ThemeSchema>;

const themeCookie = createCookie("theme", { path: "/", maxAge: 31_536_000, sameSite: "lax", httpOnly: true });

/** Anything that is not a theme counts as following the system. */
export function parseTheme(value: unknown): Theme {
  return ThemeSchema.catch("system").parse(value);
}

/** The theme this visitor chose, known before the first byte: no flash of the other one. */
export async function readTheme(request: Request): Promise<Theme> {
  return parseTheme(await themeCookie.parse(request.headers.get("cookie")));
}

/** The set-cookie header that keeps a theme; following the system is kept by forgetting. */
export function writeTheme(theme: Theme): Promise<string> {
  return themeCookie.serialize(theme, theme === "system" ? { maxAge: 0 } : undefined);
}
