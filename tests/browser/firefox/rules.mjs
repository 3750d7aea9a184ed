/* Asks "Which rules bind me?" and opens a form from the answer: says what the answer names and what the form was told. */
import { until } from "./moves.mjs";

export default async ({ page, browser, site, args }) => {
  await page.goto(`${site}/employers/`);
  await page.select("#which-state", args.state);
  await page.select("#which-city", args.city);
  await page.type("#which-number", args.number);
  await page.click("#which [type=submit]");
  const laws = await page.$$eval("#which-answer h5 a", links => links.map(link => link.textContent));
  const before = (await browser.pages()).length;
  await page.evaluate(() => document.querySelector("#which-answer [data-if=weigh] a[href*=first-notice]").click());
  await until("the form", async () => (await browser.pages()).length > before);
  const form = (await browser.pages()).at(-1);
  await until("the place", () => form.evaluate(() => Boolean(document.querySelector("#state")?.value)));
  const told = await form.evaluate(() => ({
    state: document.getElementById("state").value,
    city: document.querySelector("#cities input:checked").value,
    number: document.getElementById("number").value,
  }));
  return { laws, told };
};
