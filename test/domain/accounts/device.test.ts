import { expect, test } from "vitest";
import { describeDevice } from "#app/domain/accounts/device.ts";

const webKit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test("a device is named by its browser and system, though all browsers claim to be one another", () => {
  const named: [string | null, string][] = [
    [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/130.0.0.0 Safari/537.36`, "Chrome on Linux"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/130.0.0.0 Safari/537.36`, "Chrome on Linux"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/130.0 Safari/537.36 Edg/130.0`, "Edge on Windows"],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) ${webKit} Version/18.0 Safari/605.1.15`, "Safari on a Mac"],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webKit} Version/18.0 Mobile/15E148 Safari/604.1`,
      "Safari on an iPhone",
    ],
    [
      `Mozilla/5.0 (Linux; Android 15) ${webKit} SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36`,
      "Samsung Internet on Android",
    ],
    ["Mozilla/5.0 (Android 15; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0", "Firefox on Android"],
    ["Mozilla/5.0 (X11; CrOS x86_64) like Gecko", "A browser on a Chromebook"],
    ["Opera/9.80", "Opera"],
    ["curl/8.5.0", "An unknown device"],
    ["", "An unknown device"],
    [null, "An unknown device"],
  ];
  for (const [userAgent, words] of named) expect(describeDevice(userAgent)).toBe(words);
});
