import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = [
  process.env.MAOTIAO_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
export const browserPath = places.find((place) => place && existsSync(place));

export function launch() {
  return chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
}

// A window of its own session, with what went wrong in it written down: CSP violations, script errors, failed console lines.
export async function openWindow(browser, base, { width = 1280, height = 900, language = "zh_CN", ...more } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === "en" ? "en-GB" : "zh-CN",
    ...more,
  });
  await context.addCookies([{ name: "maotiao_lang", value: language, url: base }]);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (line) => {
    if (line.type() === "error" && !/Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE/.test(line.text()))
      wrong.push(line.text());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  page.setDefaultTimeout(10_000);
  return { context, page, wrong };
}

export const password = "a long enough word";

export async function signIn(page, base, path = "/", login = "zhang", secret = password) {
  await page.goto(base + path);
  await page.fill("#login", login);
  await page.fill("#password", secret);
  await page.press("#password", "Enter");
  await page.waitForSelector("h1:not(.card h1)");
}
