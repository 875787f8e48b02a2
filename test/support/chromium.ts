import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where Chromium and Chrome install themselves on Debian, other Linuxes, macOS and Windows. */
const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env.LOCALAPPDATA].flatMap((root) =>
    root ? [join(root, "Google", "Chrome", "Application", "chrome.exe")] : [],
  ),
];

export const howToInstall =
  "No Chromium was found, so browser tests are skipped. Install it: apt-get install chromium (or name one in CHROMIUM_PATH)";

/** The browser to test with; CHROMIUM_PATH, where it is set, is the only place to look. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : usualPlaces).find((path) => existsSync(path)) ?? null;
}

/** No sandbox, because tests often run as root in a container; nothing that talks to the network by itself. */
export const chromiumArgs = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
