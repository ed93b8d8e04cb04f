import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const axe = readFileSync(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", import.meta.url)), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What axe finds wrong with a page. Evaluated from outside the page, so that the strict policy of the page stays in force.
export async function found(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((wanted) => globalThis.axe.run(document, { runOnly: wanted }), tags);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
