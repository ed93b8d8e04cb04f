import assert from "node:assert/strict";
import { test } from "node:test";
import { found } from "./axe.mjs";
import { inRoom, places, settled } from "./room.mjs";

const inside = inRoom();
const casePage = (centre, step) => `/cases/${centre.cases[step === "visit" ? 5 : 3].id}?do=${step}`;

for (const language of ["zh_CN", "en"]) {
  for (const width of [1280, 360]) {
    test(
      `nobody is kept out: axe finds nothing, ${language}, ${width} px`,
      inside(async ({ open, centre }) => {
        const page = await open("/", { language, width });
        for (const path of [...places, casePage(centre, "sort"), casePage(centre, "visit")]) {
          await page.goto(new URL(path, page.url()).href);
          await settled(page);
          assert.deepEqual(await found(page), [], path);
        }
      }),
    );
  }
}

test(
  "the sign-in is open to everybody as well",
  inside(async ({ bare, mock }) => {
    const { page, context } = await bare();
    await page.goto(mock.base);
    await page.waitForSelector("#login");
    assert.deepEqual(await found(page), []);
    await context.close();
  }),
);

test(
  "a telephone of 360 px never scrolls sideways",
  inside(async ({ open, centre }) => {
    for (const language of ["zh_CN", "en"]) {
      const page = await open("/", { width: 360, height: 740, language });
      for (const path of [...places, casePage(centre, "sort")]) {
        await page.goto(new URL(path, page.url()).href);
        await settled(page);
        const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
        assert.ok(whole <= inner, `${path} ${language}: ${whole} px wide`);
      }
    }
  }),
);

test(
  "the keyboard alone records an arrival and receives the visitor",
  inside(async ({ open, centre }) => {
    const page = await open("/arrive");
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent ?? "");
    const tabTo = async (wanted) => {
      for (let tries = 0; tries < 60; tries += 1) {
        if ((await focused()).trim() === wanted) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`${wanted} was never reached; the focus is at ${await focused()}`);
    };
    await page.waitForSelector("[name=party]");
    await tabTo("party");
    await page.keyboard.type("钱某");
    await tabTo("about");
    await page.keyboard.type("广场舞声音大");
    await tabTo("登记来访");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".taken");
    await tabTo("接待");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".now .form h3");
    assert.equal(await focused(), "接待");
    for (let at = 0; at < 20 && (await focused()) !== "claim"; at += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("希望小声一点");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".facts .stand:text('已接待')");
    assert.equal(centre.cases.at(-1).history[1].fields.claim, "希望小声一点");
  }),
);

test(
  "the first Tab offers the way past the navigation, and a new page takes the focus to its heading",
  inside(async ({ open }) => {
    const page = await open("/cases");
    await page.goto(page.url());
    await page.waitForSelector("h1");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.click("nav a[href='/alerts']");
    await page.waitForFunction(() => document.activeElement?.tagName === "H1" && document.title.startsWith("提醒"));
  }),
);

test(
  "a printed page has the content and no controls",
  inside(async ({ open, centre }) => {
    const page = await open(casePage(centre, "sort"));
    await settled(page);
    await page.emulateMedia({ media: "print" });
    const seen = (selector) => page.locator(selector).first().isVisible();
    assert.equal(await seen("h1"), true);
    assert.equal(await seen(".history"), true);
    assert.equal(await seen("nav"), false);
    assert.equal(await seen(".now"), false);
  }),
);
