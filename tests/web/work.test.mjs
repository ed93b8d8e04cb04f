import assert from "node:assert/strict";
import { test } from "node:test";
import { password } from "./browser.mjs";
import { inRoom, settled } from "./room.mjs";

const inside = inRoom();
const second = 1000;

test(
  "signing in with a wrong password says so, and too many tries say how long to wait",
  inside(async ({ bare, mock }) => {
    const { page, context } = await bare();
    await page.goto(mock.base);
    for (let at = 0; at < 4; at += 1) {
      await page.fill("#login", "zhang");
      await page.fill("#password", `wrong ${at}`);
      await Promise.all([page.waitForResponse("**/session*"), page.click("button[type=submit]")]);
      await page.waitForSelector(".trouble");
    }
    await page.waitForSelector(".trouble >> text=40 秒");
    await context.close();
  }),
);

test(
  "signing out ends the session that the browser has, also when another window has signed in anew",
  inside(async ({ open }) => {
    const page = await open("/");
    const status = (init) =>
      page.evaluate(async (sent) => (await fetch("/api/v1/session", sent)).status, init);
    const body = JSON.stringify({ login: "zhang", password });
    assert.equal(await status({ method: "POST", headers: { "Content-Type": "application/json" }, body }), 200);
    await page.click("button:text('退出')");
    await page.waitForSelector("#login");
    assert.equal(await status({}), 401);
  }),
);

test(
  "a form asks for what is missing before it is sent, and goes to it",
  inside(async ({ open, centre }) => {
    const page = await open(`/cases/${centre.cases[3].id}?do=sort`);
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".wrong >> text=请填写这一项");
    assert.equal(await page.evaluate(() => document.activeElement.type), "radio");
    assert.equal(centre.cases[3].state, "received");
    await page.check(".field:has-text('已查重') input[value=yes]");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    assert.deepEqual(centre.cases[3].history.at(-1).fields, { duplicate_checked: true });
  }),
);

test(
  "who answers a question picks it from those that are open, and need not know its number",
  inside(async ({ open, centre }) => {
    const found = centre.cases[3];
    const page = await open("/");
    const path = `/cases/${found.id}`;
    await page.route(`**/api/v1${path}?*`, async (route) => {
      const answer = await route.fetch();
      const questions = ["已答的问题", "多久能办好", "要带什么证件"].map((text, at) => ({
        text,
        answerer: "zhang",
        answerer_name: "张某某",
        answered: at === 0,
      }));
      await route.fulfill({ response: answer, json: { ...(await answer.json()), questions } });
    });
    await page.route(`**/api/v1${path}/next?*`, async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      const field = { name: "question_no", label: "问题序号", type: "int", required: true, choices: null, max_length: 0 };
      const step = { event: "answer", label: "答复", what: "", permitted: true, missing: null, aside: true, roles: [] };
      await route.fulfill({ response: answer, json: { ...body, possible: [{ ...step, fields: [field] }] } });
    });
    await page.goto(new URL(`${path}?do=answer`, page.url()).href);
    await page.waitForSelector(".form");
    await page.waitForSelector(".facts >> text=2. 多久能办好");
    const offered = await page.locator("[name=question_no] option").allInnerTexts();
    assert.deepEqual(offered, ["请选择", "2. 多久能办好 · 张某某", "3. 要带什么证件 · 张某某"]);
    await page.selectOption("[name=question_no]", "3");
    const asked = page.waitForRequest("**/steps/answer*");
    await page.click(".form button[type=submit]");
    assert.deepEqual((await asked).postDataJSON().fields, { question_no: 3 });
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }),
);

test(
  "a question to answer stands in one's own work, one step from its form",
  inside(async ({ open, centre }) => {
    const page = await open("/mine");
    const link = page.locator(".section:has-text('等我答复或办理') a.case");
    assert.equal(await link.getAttribute("href"), `/cases/${centre.cases[3].id}?do=answer`);
    await page.waitForSelector("td >> text=2. 多久能办好");
  }),
);

test(
  "who has waited in the hall since another day stands there with the date",
  inside(async ({ open, centre }) => {
    const found = centre.arrive({ channel: "visit", party: "吴某", about: "昨天来的" }, Date.now() - 26 * 3600 * second);
    const page = await open("/");
    const row = page.locator(".waiting li", { hasText: found.number });
    assert.match(await row.innerText(), /\d\d-\d\d 周. \d\d:\d\d/);
  }),
);

test(
  "a stale form keeps what was typed, shows what changed, and is taken when sent again",
  inside(async ({ open, mock, centre }) => {
    const found = centre.cases[0];
    mock.state.streams = false; // nobody tells this window before it sends
    const page = await open(`/cases/${found.id}?do=receive`);
    await page.waitForSelector(".form");
    await page.fill("[name=claim]", "修好天花板");
    centre.happen(found, "note", { text: "又来了一位家属" });
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".stale >> text=您填写时，这个案件有了变化");
    await page.waitForSelector(".stale >> text=又来了一位家属");
    assert.equal(await page.inputValue("[name=claim]"), "修好天花板");
    await page.waitForTimeout(2 * second);
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    assert.equal(found.history.at(-1).fields.claim, "修好天花板");
  }),
);

test(
  "a change that comes while a form is open is shown above it",
  inside(async ({ open, centre }) => {
    const found = centre.cases[0];
    const page = await open(`/cases/${found.id}?do=note`);
    await page.fill("[name=text]", "打过电话");
    await page.waitForTimeout(500);
    centre.happen(found, "receive", { manner: "face" });
    centre.changed(found.id);
    await page.waitForSelector(".stale >> text=接待", { timeout: 3 * second });
    assert.equal(await page.inputValue("[name=text]"), "打过电话");
  }),
);

test(
  "a late step asks for its reason",
  inside(async ({ open, centre }) => {
    const found = centre.cases[2];
    const page = await open(`/cases/${found.id}?do=receive`);
    await page.waitForSelector(".form .notice >> text=请说明原因");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".wrong");
    await page.fill("[name=late_reason]", "同时来了三拨人");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    assert.equal(found.history.at(-1).fields.late_reason, "同时来了三拨人");
  }),
);

test(
  "a reason that only the server knows to be owed is asked for when it says so",
  inside(async ({ open, centre }) => {
    const found = centre.cases[1];
    const page = await open(`/cases/${found.id}?do=receive`);
    await page.fill("[name=claim]", "夜里不要施工");
    found.deadlines[0].due = Date.now() - second; // it ran out after the form was made
    await page.click(".form button[type=submit]");
    await page.fill("[name=late_reason]", "正在接待前一位");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    assert.deepEqual(found.history.at(-1).fields, { claim: "夜里不要施工", late_reason: "正在接待前一位" });
  }),
);

test(
  "at the first sign-in nothing else is shown before the password is one's own",
  inside(async ({ open, mock }) => {
    mock.state.mustChange = true;
    const page = await open("/");
    await page.waitForSelector("text=这是首次登录");
    assert.equal(await page.locator("nav").count(), 0);
    await page.fill("#old", password);
    await page.fill("#new", "another long word");
    await page.fill("#again", "another long word");
    await page.click("button[type=submit]");
    await page.waitForSelector("h1:text('督办看板')");
  }),
);

test(
  "an answer that was lost on the way is asked for again with the same key, and done once",
  inside(async ({ open, mock, centre }) => {
    const found = centre.cases[3];
    const page = await open(`/cases/${found.id}?do=note`);
    await page.fill("[name=text]", "只记一次");
    let lost = 0;
    await page.route("**/steps/note*", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".notice >> text=不会重复办理");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    assert.equal(found.history.filter((entry) => entry.event === "note").length, 1);
    void mock;
  }),
);

test(
  "when a session ends the form stays below the sign-in",
  inside(async ({ open, mock, centre }) => {
    const page = await open(`/cases/${centre.cases[3].id}?do=note`);
    await page.fill("[name=text]", "还没写完");
    await page.waitForTimeout(second);
    mock.state.sessions.clear();
    await page.click(".form button[type=submit]");
    await page.waitForSelector("text=登录已失效");
    await page.fill("#login", "zhang");
    await page.fill("#password", password);
    await page.press("#password", "Enter");
    await page.waitForSelector(".form");
    assert.equal(await page.inputValue("[name=text]"), "还没写完");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
  }),
);

test(
  "what is written into any field is shown as text and never as a page",
  inside(async ({ open, centre }) => {
    const evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    centre.happen(centre.cases[3], "note", { text: evil });
    centre.cases[3].fields.about = evil;
    const page = await open(`/cases/${centre.cases[3].id}`);
    let alerted = false;
    page.on("dialog", (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    await page.waitForSelector(`.subject >> text=${evil}`);
    assert.equal(await page.locator("main img").count(), 0);
    assert.equal(alerted, false);
  }),
);

test(
  "what is not possible now is listed with what is missing",
  inside(async ({ open, centre }) => {
    const page = await open(`/cases/${centre.cases[0].id}`);
    await page.click(".notnow summary");
    await page.waitForSelector(".notnow dd >> text=先办“接待”");
  }),
);

test(
  "a day is decided only after what it moves was shown",
  inside(async ({ open }) => {
    const page = await open("/calendar");
    await settled(page);
    await page.fill("input[type=date]", "2026-12-31");
    await page.fill(".filters .wide input", "盘点");
    assert.equal(await page.locator("button:text('保存这一天')").count(), 0);
    await page.click("button:text('看看会影响什么')");
    await page.waitForSelector("text=2 个时限会变动");
    await page.waitForSelector("text=其中 2 个推后");
    await page.check(".filters label:has-text('开门办公') input");
    await page.waitForSelector("button:text('保存这一天')", { state: "detached", timeout: second });
    await page.click("button:text('看看会影响什么')");
    await page.waitForSelector("td:has-text('提前')");
    await page.check(".filters label:has-text('闭门') input");
    await page.click("button:text('看看会影响什么')");
    await page.waitForSelector("text=其中 2 个推后");
    await page.click("button:text('保存这一天')");
    await page.waitForSelector("text=已保存");
    await page.waitForSelector("[data-date='2026-12-31'].closing");
  }),
);

test(
  "the arrows walk through the calendar",
  inside(async ({ open }) => {
    const page = await open("/calendar");
    await settled(page);
    await page.fill("input[type=date]", "2026-03-10");
    await page.focus("[data-date='2026-03-10']");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement?.dataset.date === "2026-03-17");
    assert.equal(await page.inputValue("input[type=date]"), "2026-03-17");
  }),
);

test(
  "an administrator adds a person and changes one",
  inside(async ({ open }) => {
    const page = await open("/people");
    await page.click("button:text('增加人员')");
    await page.fill("[name=id]", "wu");
    await page.fill("[name=name]", "吴某");
    await page.check("[name=roles][value=receptionist]");
    await page.click(".form button[type=submit]");
    await page.waitForSelector("tr:has-text('吴某'):has-text('接待员')");
    await page.click("tr:has-text('李某') button");
    await page.fill("[name=login]", "lisi");
    await page.click(".form button[type=submit]");
    await page.waitForSelector("tr:has-text('李某'):has-text('lisi')");
  }),
);

test(
  "a role sees the pages that are its own",
  inside(async ({ open, mock }) => {
    mock.state.permitted = ["receive", "list"];
    const page = await open("/");
    await page.waitForSelector("nav a");
    assert.deepEqual(await page.locator("nav a").allInnerTexts(), ["督办看板", "我的工作", "案件", "日历"]);
  }),
);

test(
  "the language changes at once and is remembered",
  inside(async ({ open }) => {
    const page = await open("/");
    await page.click("button:text('English')");
    await page.waitForSelector("h1:text('Board')");
    await page.waitForSelector("th:text('Remaining')");
    await page.reload();
    await page.waitForSelector("h1:text('Board')");
    assert.equal(await page.getAttribute("html", "lang"), "en");
  }),
);

test(
  "a board's filters stand in its address",
  inside(async ({ open, centre }) => {
    const page = await open("/");
    await page.click(".tile.amber");
    await page.waitForURL("**/?light=amber");
    await page.waitForSelector(`td >> text=${centre.cases[3].number}`, { state: "detached" });
    await page.reload();
    await page.waitForSelector(".tile.amber[aria-pressed=true]");
  }),
);

test(
  "a step right after one's own is not taken for stale",
  inside(async ({ open, centre }) => {
    const found = centre.cases[3];
    const page = await open(`/cases/${found.id}?do=note`);
    await page.route("**/next*", async (route) => {
      await new Promise((done) => setTimeout(done, 2 * second));
      await route.continue();
    });
    await page.fill("[name=text]", "第一句");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".taken");
    await page.click("[data-event=note]");
    await page.fill("[name=text]", "第二句");
    await page.click(".form button[type=submit]");
    await page.waitForSelector(".form", { state: "detached", timeout: second });
    assert.deepEqual(
      found.history.slice(-2).map((entry) => entry.fields.text),
      ["第一句", "第二句"],
    );
  }),
);

test(
  "a message that was given up is seen with the alerts and sent again from there",
  inside(async ({ open }) => {
    const page = await open("/alerts");
    await page.waitForSelector("td:has-text('HTTP 500')");
    await page.click("button:text('重新发送')");
    await page.waitForSelector("td:has-text('HTTP 500')", { state: "detached", timeout: second });
    await page.waitForSelector("[role=status]:has-text('已')");
  }),
);
