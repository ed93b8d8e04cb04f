import assert from "node:assert/strict";
import { test } from "node:test";
import { password } from "./browser.mjs";
import { inRoom, settled } from "./room.mjs";

const inside = inRoom();
const second = 1000;

test(
  "a step taken elsewhere is seen on an open board within a second",
  inside(async ({ open, centre }) => {
    const page = await open("/");
    await page.waitForSelector(".waiting li:nth-child(3)");
    await settled(page);
    const began = Date.now();
    const found = centre.arrive({ channel: "visit", party: "吴某", about: "新来的" });
    centre.changed(found.id);
    await page.waitForSelector(`.waiting >> text=${found.number}`, { timeout: 3 * second });
    assert.ok(Date.now() - began < second, `${Date.now() - began} ms`);
  }),
);

test(
  "two windows of one browser share one stream",
  inside(async ({ open, mock }) => {
    const page = await open("/");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector(".waiting li");
    await page.waitForTimeout(500);
    assert.equal(mock.streams.size, 1);
    const found = mock.centre.arrive({ channel: "visit", party: "吴某", about: "新来的" });
    mock.centre.changed(found.id);
    await Promise.all([page, other].map((one) => one.waitForSelector(`.waiting >> text=${found.number}`)));
  }),
);

test(
  "where no stream comes through the page polls, and sees a step all the same",
  inside(async ({ open, mock, centre }) => {
    mock.state.streams = false;
    const page = await open("/");
    const polls = page
      .waitForResponse((response) => response.url().includes("wait=25"), { timeout: 20 * second })
      .catch(() => null);
    await page.waitForTimeout(6 * second);
    const found = centre.arrive({ channel: "visit", party: "吴某", about: "新来的" });
    centre.changed(found.id);
    await page.waitForSelector(`.waiting >> text=${found.number}`, { timeout: 5 * second });
    void polls;
  }),
);

test(
  "a limit that runs out turns red by itself",
  inside(async ({ open, centre }) => {
    centre.cases[4].deadlines[1].due = Date.now() + 4 * second;
    const page = await open("/");
    const row = page.locator("tr", { hasText: centre.cases[4].number }).last();
    await row.locator(".light.amber").waitFor();
    await row.locator(".light.red").waitFor({ timeout: 8 * second });
    assert.match(await row.innerText(), /逾期/);
    await page.waitForSelector(".tile.red .figure:text('3')");
  }),
);

test(
  "the page says so when the server is gone, and is right again when it is back",
  inside(async ({ open, mock, centre }) => {
    const page = await open("/");
    await page.waitForSelector(".waiting li");
    await page.waitForTimeout(500);
    mock.state.streams = false;
    mock.dropStreams();
    await page.waitForSelector(".banner >> text=与服务器的联系中断", { timeout: 10 * second });
    const found = centre.arrive({ channel: "visit", party: "吴某", about: "在断线时来的" });
    mock.state.streams = true;
    await page.waitForSelector(".banner", { state: "detached", timeout: 20 * second });
    await page.waitForSelector(`.waiting >> text=${found.number}`);
  }),
);

test(
  "a server that takes the question and never answers is not taken for a healthy one",
  inside(async ({ open }) => {
    const page = await open("/");
    await page.waitForSelector(".waiting li");
    await page.route("**/healthz*", () => undefined);
    await page.reload();
    await page.waitForSelector(".banner >> text=与服务器的联系中断", { timeout: 15 * second });
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }),
);

test(
  "a scheduler that has stopped is said in red on every page",
  inside(async ({ open, mock }) => {
    mock.state.health = "dead";
    const page = await open("/cases");
    await page.waitForSelector(".banner >> text=时限监督不正常");
    await page.click("nav a[href='/']");
    await page.waitForSelector(".board.unwatched");
  }),
);

test(
  "who has signed out is not listened for, and who signs in is again",
  inside(async ({ open, mock, centre }) => {
    const page = await open("/");
    await page.waitForSelector(".waiting li");
    await page.waitForTimeout(500);
    assert.equal(mock.streams.size, 1);
    await page.click("button:text('退出')");
    await page.waitForSelector("#login");
    await page.waitForTimeout(300);
    assert.equal(mock.streams.size, 0);
    await page.fill("#login", "zhang");
    await page.fill("#password", password);
    await page.press("#password", "Enter");
    await page.waitForSelector(".waiting li");
    await page.waitForTimeout(500);
    const found = centre.arrive({ channel: "visit", party: "吴某", about: "新来的" });
    centre.changed(found.id);
    await page.waitForSelector(`.waiting >> text=${found.number}`, { timeout: second });
  }),
);

test(
  "without a SharedWorker the windows take turns: one stream, seen by both, and by the other when its holder closes",
  inside(async ({ open, mock, centre }) => {
    const page = await open("/");
    await page.context().addInitScript(() => {
      delete globalThis.SharedWorker;
    });
    await page.reload();
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const one of [page, other]) await one.waitForSelector(".waiting li");
    await page.waitForTimeout(second);
    assert.equal(mock.streams.size, 1);
    const tell = async (pages) => {
      const found = centre.arrive({ channel: "visit", party: "吴某", about: "新来的" });
      centre.changed(found.id);
      await Promise.all(pages.map((one) => one.waitForSelector(`.waiting >> text=${found.number}`)));
    };
    await tell([page, other]);
    await page.close();
    await other.waitForTimeout(6 * second);
    assert.equal(mock.streams.size, 1);
    await tell([other]);
  }),
);
