import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, askerAt, readEverything } from "../asking.mjs";
import { found } from "../axe.mjs";
import { launch } from "../browser.mjs";
import { places, settled } from "../room.mjs";
import { makeCentre } from "./program.mjs";
import { fill, localIn, sitDown, take } from "./person.mjs";

const second = 1000;
const words = { first: "the first long word", own: "a word of one's own" };

let browser;
let centre;
before(async () => {
  browser = await launch();
  centre = await makeCentre();
  centre.password("practice", words.first);
  centre.password("wang", words.first);
  await centre.start();
});
after(async () => {
  await browser.close();
  await centre.end();
});

const stands = (page, state) => page.waitForSelector(`.facts .stand:text('${state}')`);

test("a dispute runs from arrival to visit in two browsers that see each other, over a restart of the server", async () => {
  const desk = await sitDown(browser, centre.base, "practice", words);
  const watch = await sitDown(browser, centre.base, "wang", words);
  const [page, board] = [desk.page, watch.page];

  await page.click("nav a[href='/arrive']");
  await page.waitForSelector("[data-field=party]");
  await fill(page, "party", "张某某");
  await fill(page, "about", "楼上漏水，天花板受损");
  await page.click("details:has-text('更多内容') > summary");
  await fill(page, "respondents", ["李某"]);
  await page.click(".form button[type=submit]");
  const number = await page.locator(".big").innerText();

  await board.waitForSelector(`.waiting >> text=${number}`, { timeout: second });
  await page.click("a.button.main");
  await page.waitForSelector(".form h3");
  await fill(page, "receiver", "wang");
  await fill(page, "manner", "face");
  await page.click(".form button[type=submit]");
  await stands(page, "已接待");
  await board.waitForSelector(`.waiting >> text=${number}`, { state: "detached", timeout: second });

  await board.goto(page.url().split("?")[0]);
  await stands(board, "已接待");
  await take(page, "sort", { duplicate_checked: "yes", type: "neighbour", risk: "blue", scale: "single" });
  await stands(board, "一分");
  await take(page, "enter", { safety: "safe", before: "upset", after: "calm", how: "倒茶，听完" });

  await centre.stop();
  await board.waitForSelector(".banner >> text=与服务器的联系中断", { timeout: 15 * second });
  await centre.start();
  await board.waitForSelector(".banner", { state: "detached", timeout: 40 * second });

  await take(page, "plan", {
    branches: ["mediate"],
    responsible: "wang",
    next_at: localIn(60),
    told_how: "face",
    rights_told: "yes",
  });
  await stands(board, "方案");
  await take(page, "consent", { all: "yes" });
  await take(board, "accept", { mediator: "wang" });
  await stands(page, "一调");
  await take(board, "session", { text: "到现场看过漏点，双方认可原因" });
  await take(board, "agree", {
    form: "written",
    content: "李某修好并赔偿1200元",
    all_signed: "yes",
    mediator_signed: "yes",
    sealed: "yes",
    perform_by: localIn(24 * 60),
    amount: "1200",
  });
  await stands(page, "待回访");
  await take(board, "perform", { result: "proved", proof: "转账凭证" });
  await page.waitForSelector(".history li:first-child strong:text-is('履行')");
  await take(page, "visit", {
    result: "made",
    means: "phone",
    contacted: "both",
    performed: "done",
    content: "yes",
    smiled: "yes",
    listened: "yes",
    tried_best: "yes",
  });
  await stands(board, "一访");
  await take(page, "close", { text: "漏水已修复，赔偿已付清" });
  await stands(board, "结案");
  await board.waitForSelector(".history li:first-child >> text=结案");

  assert.match(centre.cli(["verify", "--as", "practice"]), /有误的案件：0/);
  assert.deepEqual([...desk.wrong, ...watch.wrong], []);
  await desk.context.close();
  await watch.context.close();
});

test("a breach turns red before their eyes, and a command line's step is seen within a second", async () => {
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.waitForSelector(".lights");
  await page.waitForTimeout(second);
  const at = new Date(Date.now() - 30 * 60_000 + 6 * second).toISOString().slice(0, 19) + "Z";
  const told = JSON.parse(
    centre.cli([
      "arrive",
      "--channel",
      "visit",
      "--party",
      "王某",
      "--about",
      "持刀威胁",
      "--emergency",
      "--at",
      at,
      "--as",
      "practice",
      "--json",
    ]),
  );
  const began = Date.now();
  const line = page.locator(".waiting li", { hasText: told.case });
  await line.waitFor({ timeout: 3 * second });
  const seen = Date.now() - began;
  assert.ok(seen < second, `seen ${seen} ms after the command had ended`);
  await line.locator(".countdown.amber").waitFor();
  const before_ = Number(await page.locator(".tile.red .figure").innerText());
  await line.locator(".countdown.red").waitFor({ timeout: 10 * second });
  await page.waitForFunction(
    (wanted) => Number(document.querySelector(".tile.red .figure").textContent) === wanted,
    before_ + 1,
    { timeout: 5 * second },
  );

  await line.locator("a.button").click();
  await page.waitForSelector(".form .notice >> text=请说明原因");
  await fill(page, "late_reason", "先报警，再接待");
  await page.click(".form button[type=submit]");
  await stands(page, "已接待");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("every answer of the server is as the description says", async () => {
  const asker = await askerAt(centre.base, "practice", words.own);
  const { body } = await ask(asker, "/cases", "get", { query: { all: "1" } });
  for (const found of body.cases) await readEverything(asker, found.id);
  const arrived = await ask(asker, "/cases", "post", {
    body: { fields: { channel: "visit", party: "张某某", about: "噪声" } },
  });
  assert.equal(arrived.response.status, 201);
  const parts = { id: arrived.body.id, event: "note" };
  const step = (headers) =>
    ask(asker, "/cases/{id}/steps/{event}", "post", { parts, body: { fields: { text: "双方愿意再谈" } }, headers });
  assert.equal((await step({ "If-Match": '"9"' })).response.status, 412);
  assert.equal((await step({ "If-Match": '"1"' })).response.status, 200);
  assert.equal((await ask(asker, "/cases/{id}", "get", { parts: { id: "nothing" } })).response.status, 404);
  assert.equal((await ask({ base: centre.base }, "/board", "get")).response.status, 401);
});

test("an administrator sees what a day moves before deciding it, and adds a person", async () => {
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.click("nav a[href='/calendar']");
  await page.waitForSelector(".year button");
  const day = localIn(0).slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  await page.fill("input[type=date]", next);
  await page.fill(".filters .wide input", "盘点");
  await page.click("button:text('看看会影响什么')");
  await page.click("button:text('保存这一天')");
  await page.waitForSelector("text=已保存");
  await page.waitForSelector(`[data-date='${next}']:not(.work)`);

  await page.click("nav a[href='/people']");
  await page.click("button:text('增加人员')");
  await page.fill("[name=id]", "sample");
  await page.fill("[name=name]", "李某某");
  await page.check("[name=roles][value=receptionist]");
  await page.click(".form button[type=submit]");
  await page.click("tr:has-text('sample'):has-text('接待员') button");
  await page.check("[name=roles][value=mediator]");
  await page.fill("[name=until]", "2030-12-31");
  await page.click(".form button[type=submit]");
  await page.waitForSelector("tr:has-text('sample'):has-text('人民调解员'):has-text('2030-12-31')");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("axe finds nothing on the pages of the real server either", async () => {
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.goto(`${centre.base}/cases?all=1`);
  const one = await page.locator("a.case").first().getAttribute("href");
  for (const path of [...places, one]) {
    await page.goto(centre.base + path);
    await settled(page);
    assert.deepEqual(await found(page), [], path);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});
