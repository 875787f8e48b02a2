// What a browser says of itself, in words for the list of devices somebody is signed in on. User agents claim to be one
// another, so the order matters: the more particular name comes first (https://developer.mozilla.org, "Browser detection
// using the user agent string").

const browsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\b(Macintosh|Mac OS X)\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

/** As "Firefox on Windows"; what says nothing of itself is an unknown device. */
export function describeDevice(userAgent: string | null): string {
  const find = (named: [RegExp, string][]) => named.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  if (browser === undefined && system === undefined) return "An unknown device";
  if (system === undefined) return browser ?? "";
  return `${browser ?? "A browser"} on ${system}`;
}
