/* Clears a letter and puts it back, then leaves it by a link and comes back: says what the field holds each time. */
import { back, until } from "./moves.mjs";

export default async ({ page, site }) => {
  const field = "form.sheet textarea";
  const value = () => page.$eval(field, area => area.value);
  const held = [];
  await page.goto(`${site}/tools/dispute-letter/`);
  await page.type(field, "Mine");
  await page.click("[data-clear] summary");
  held.push(await value());
  await page.click("[data-clear] [type=reset]");
  held.push(await value());
  await page.keyboard.press("Enter"); // the step back has the focus
  held.push(await value());
  await page.click("header .brand");
  const said = await page.$eval("#leaving", part => !part.hidden && document.activeElement === part);
  await page.click("#leaving a:not([data-tab])");
  await until("the other page", () => page.evaluate(() => !document.querySelector("form.sheet")));
  await back(page);
  held.push(await value());
  return { held, said };
};
