import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, askerAt } from "../asking.mjs";
import { description } from "../description.mjs";
import { launch } from "../browser.mjs";
import { makeCentre } from "./program.mjs";
import { sitDown } from "./person.mjs";

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

test("an administrator helps a colleague in, ends the sessions, locks the account, and the trail tells it", async () => {
  const office = await sitDown(browser, centre.base, "practice", words);
  const colleague = await sitDown(browser, centre.base, "wang", words);
  const { page } = office;
  await page.goto(`${centre.base}/people`);
  const row = page.locator("tr", { has: page.locator("button[aria-label^='锁定']") }).filter({ hasText: "wang" });
  await row.locator("button[aria-label^='结束登录']").click();
  await page.waitForSelector("[role=status] >> text=已办理");
  await colleague.page.goto(`${centre.base}/mine`);
  await colleague.page.waitForSelector("#login, [name=login]");
  await row.locator("button[aria-label^='初始密码']").click();
  await page.fill("#first-password", "another first phrase");
  await page.click("form:has(#first-password) button[type=submit]");
  await page.waitForSelector("#first-password", { state: "detached" });
  await row.locator(":text('待修改')").waitFor();
  page.on("dialog", (asked) => void asked.accept());
  await row.locator("button[aria-label^='锁定']").click();
  await page.waitForSelector("tr:has-text('wang'):has-text('已锁定')");
  await page.goto(`${centre.base}/audit`);
  await page.waitForSelector("tr:has-text('锁定账号')");
  for (const act of ["结束全部登录", "设置初始", "锁定账号"])
    assert.ok((await page.locator("table").first().locator("tr", { hasText: act }).count()) > 0, act);
  assert.deepEqual(office.wrong, []);
  await office.context.close();
  await colleague.context.close();
});

test("a person makes a token, sees it once and ends it", async () => {
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.goto(`${centre.base}/password`);
  await page.fill("#token-name", "台账");
  await page.click("form:has(#token-name) button[type=submit]");
  const secret = await page.locator("code.name").innerText();
  assert.match(secret, /^[0-9a-f]{64}$/);
  const headers = { Authorization: `Bearer ${secret}` };
  assert.equal((await fetch(`${centre.base}/api/v1/board`, { headers })).status, 200);
  await page.click("button[aria-label='结束 台账']");
  await page.waitForSelector("text=没有令牌");
  assert.equal((await fetch(`${centre.base}/api/v1/board`, { headers })).status, 401);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an administrator makes a token for a colleague and ends it", async () => {
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.goto(`${centre.base}/people`);
  await page.selectOption("#token-person", "li");
  await page.fill("#token-name", "报表");
  await page.click("form:has(#token-name) button[type=submit]");
  const secret = await page.locator("code.name").innerText();
  const headers = { Authorization: `Bearer ${secret}` };
  assert.equal((await fetch(`${centre.base}/api/v1/board`, { headers })).status, 200);
  await page.locator("button[aria-label^='结束 '][aria-label$=' 报表']").click();
  await page.locator("button[aria-label^='结束 '][aria-label$=' 报表']").waitFor({ state: "detached" });
  assert.equal((await fetch(`${centre.base}/api/v1/board`, { headers })).status, 401);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a due date is counted, a night is read and the history is verified from the browser", async () => {
  centre.cli(["nightly", "--as", "practice"]);
  const { page, wrong, context } = await sitDown(browser, centre.base, "practice", { first: words.own });
  await page.goto(`${centre.base}/checks`);
  await page.fill("#due-start", "2026-02-13T10:00");
  await page.click("button:text('计算')");
  await page.waitForSelector("ol li");
  await page.locator("table button").first().click();
  await page.waitForSelector("h3:has-text('逾期')");
  await page.click("button:text('验证记录')");
  await page.waitForSelector("text=全部记录完好");
  assert.deepEqual(wrong, []);
  await context.close();
});

// Each example of a body is sent as it stands; what it names may not be there, but it is always understood.
test("every example of the description is run against the server", async () => {
  const asker = await askerAt(centre.base, "practice", words.own);
  const skip = ["/session", "/session/password"]; // tried above, with passwords that are right
  let run = 0;
  for (const [path, item] of Object.entries(description.paths)) {
    for (const method of ["post", "put", "delete"]) {
      if (!item[method] || skip.includes(path)) continue;
      const named = item[method].requestBody?.$ref?.split("/").pop();
      const asked = named ? description.components.requestBodies[named] : item[method].requestBody;
      const content = asked?.content["application/json"];
      // An example of a step is named after the event it is of.
      const bodies = content?.examples
        ? Object.entries(content.examples).map(([event, one]) => [event, one.value])
        : [["note", content?.example]];
      const places = { id: "1", person: "sample", session: "none", token: "none", day: "2026-01-01" };
      for (const [event, body] of bodies) {
        const parts = { ...places, event };
        const { response } = await ask(asker, path, method, { parts, body, headers: { "If-Match": '"1"' } });
        assert.ok(![400, 405, 415, 500].includes(response.status), `${method} ${path}: ${response.status}`);
        run += 1;
      }
    }
  }
  assert.ok(run >= 15, `${run} examples`);
});
