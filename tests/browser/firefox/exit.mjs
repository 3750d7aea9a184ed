/* Leaves a form for a site that does not answer, and says what is left; then that site answers. */
import { back, shown, until } from "./moves.mjs";

const SHIFT = "Shift";

async function shiftThreeTimes(page) {
  for (let times = 0; times < 3; times += 1) await page.keyboard.press(SHIFT);
}

export default async ({ page, site, args }) => {
  const asked = async () => Number(await (await fetch(`${args.elsewhere}asked`)).text());
  await page.goto(`${site}/safety/`);
  await page.goto(`${site}/tools/dispute-letter/`);
  await page.type("form.sheet textarea", "Mine");
  // The test stands in for the other site.
  await page.evaluate(to => { document.getElementById("exit").dataset.to = to; }, args.elsewhere);
  const length = await page.evaluate(() => history.length);
  await shiftThreeTimes(page);
  await until("the first request", async () => (await asked()) === 1);
  const left = await page.evaluate(() => ({
    address: location.pathname, title: document.title, text: document.body.innerText.split(/\s+/).join(" "),
    links: [...document.links].map(link => link.href), fields: document.querySelectorAll("input, textarea").length,
  }));
  left.added = await page.evaluate(() => history.length) - length;
  await shiftThreeTimes(page);
  await until("the second request", async () => (await asked()) === 2);
  await fetch(`${args.elsewhere}answer`);
  await until("the other site", async () => (await shown(page)) === args.elsewhere);
  await back(page);
  return { ...left, back: await shown(page) };
};
