/* What puppeteer can't do itself in Firefox. */
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 20_000;

/** Waits until a function gives something true, and returns it; what it throws meanwhile counts as "not yet". */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await Promise.resolve().then(ask).catch(() => null);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await pause(50);
  }
}

/** The address that the address bar shows. (`page.url()` does not notice a page that comes out of the cache.) */
export const shown = page => page.evaluate(() => location.href);

/** Presses Back. (`page.goBack()` waits for a load that never comes where the page comes out of the cache.) */
export async function back(page) {
  const before = await shown(page);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until("another page after Back", async () => (await shown(page)) !== before);
  await until("a whole page after Back", () => page.evaluate(() => document.readyState === "complete"));
}
