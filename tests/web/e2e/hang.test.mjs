import { after, before, test } from "node:test";
import { launch } from "../browser.mjs";
import { makeCentre } from "./program.mjs";
import { sitDown } from "./person.mjs";

const second = 1000;
const words = { first: "the first long word", own: "a word of one's own" };

let browser;
let centre;
before(async () => {
  browser = await launch();
  centre = await makeCentre();
  centre.password("practice", words.first);
  await centre.start();
});
after(async () => {
  await browser.close();
  centre.signal("SIGCONT");
  await centre.end();
});

test("the page says so when the server hangs without closing anything, and is right again when it goes on", async () => {
  const { page, context } = await sitDown(browser, centre.base, "practice", words);
  const health = { status: "ok", sentence: "", last_tick: null };
  await page.route("**/healthz*", (route) => route.fulfill({ json: health })); // the stream alone is to find it out
  await page.waitForSelector(".lights");
  await page.waitForTimeout(second);
  centre.signal("SIGSTOP");
  await page.waitForSelector(".banner >> text=与服务器的联系中断", { timeout: 45 * second });
  centre.signal("SIGCONT");
  await page.waitForSelector(".banner", { state: "detached", timeout: 40 * second });
  await context.close();
});
