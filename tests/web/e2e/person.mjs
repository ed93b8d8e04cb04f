import assert from "node:assert/strict";
import { openWindow, signIn } from "../browser.mjs";

// A person at a browser of their own.
export async function sitDown(browser, base, login, words, wanted = {}) {
  const window = await openWindow(browser, base, wanted);
  const { page } = window;
  await signIn(page, base, "/", login, words.first);
  if (await page.locator("#old").count()) {
    await page.fill("#old", words.first);
    await page.fill("#new", words.own);
    await page.fill("#again", words.own);
    await page.click("button[type=submit]");
    await page.waitForSelector("nav");
  }
  return window;
}

// Fills one field of a form by its name, whatever kind of input it is. A list takes its items.
export async function fill(page, name, value) {
  const field = page.locator(`[data-field="${name}"]`);
  const first = field.locator("input, select, textarea").first();
  const tag = await first.evaluate((input) => (input.tagName === "INPUT" ? input.type : input.tagName));
  if (tag === "SELECT") return first.selectOption(value);
  if (tag === "radio") return field.locator(`input[value="${value}"]`).check();
  if (tag === "checkbox") {
    for (const one of value) await field.locator(`input[value="${one}"]`).check();
    return undefined;
  }
  return first.fill(Array.isArray(value) ? value.join("\n") : value);
}

// Takes a step on the case that is shown, through its form; says what the page said.
export async function take(page, event, fields = {}) {
  const chosen = page.locator(`.steps [data-event="${event}"]`);
  await chosen.click();
  await page.waitForSelector(".form h3");
  for (const [name, value] of Object.entries(fields)) await fill(page, name, value);
  await page.click(".form button[type=submit]");
  const wrong = page.locator(".form .trouble, .form .wrong");
  await Promise.race([page.waitForSelector(".form", { state: "detached" }), wrong.first().waitFor()]);
  assert.deepEqual(await wrong.allInnerTexts(), [], event);
  return page.locator(".taken").innerText();
}

// "2026-05-06T09:00" in the time of the centre (China), `minutes` from now.
export function localIn(minutes) {
  return new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16);
}
