/* Asks "Which rules bind me?", leaves by a link and comes back: says what is chosen and whether the answer stands there. */
import { back, until } from "./moves.mjs";

export default async ({ page, site, args }) => {
  await page.goto(`${site}/employers/`);
  await page.select("#which-state", args.state);
  await page.select("#which-city", args.city);
  await page.type("#which-number", args.number);
  await page.click("#which [type=submit]");
  await page.click("header .brand");
  await until("the other page", () => page.evaluate(() => !document.querySelector("#which")));
  await back(page);
  await until("the page", () => page.evaluate(() => Boolean(document.querySelector("#which"))));
  return page.evaluate(() => ({
    state: document.getElementById("which-state").value,
    city: document.getElementById("which-city").value,
    number: document.getElementById("which-number").value,
    shown: !document.getElementById("which-answer").hidden,
  }));
};
