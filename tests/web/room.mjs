import { after, before } from "node:test";
import assert from "node:assert/strict";
import { launch, openWindow, signIn } from "./browser.mjs";
import { serve } from "./mock/server.mjs";

const pages = process.env.MAOTIAO_PAGES;

// One browser for a file of tests; every test has a centre and windows of its own, and ends with nothing having gone
// wrong in any of them.
export function inRoom() {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  return (act) => async () => {
    const mock = await serve(pages);
    const windows = [];
    const open = async (path = "/", wanted = {}) => {
      const window = await openWindow(browser, mock.base, wanted);
      windows.push(window);
      await signIn(window.page, mock.base, path);
      return window.page;
    };
    try {
      await act({ mock, open, centre: mock.centre, bare: (wanted) => openWindow(browser, mock.base, wanted) });
      for (const { wrong } of windows) assert.deepEqual(wrong, []);
    } finally {
      for (const { context } of windows) await context.close();
      await mock.stop();
    }
  };
}

export const places = ["/", "/mine", "/arrive", "/cases", "/figures", "/alerts", "/calendar", "/checks", "/people", "/audit", "/password"];

// Waits until nothing is being read and, on the figures, every picture is drawn.
export async function settled(page) {
  await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector("[data-waiting]"));
  await page.waitForTimeout(200);
}
