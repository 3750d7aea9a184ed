/* Runs one scenario in Firefox: node run.mjs scenario.mjs, with the request as JSON on standard input.

The request is {firefox, site, width, height, args}: the program, the site's address without a slash at
its end, and what the scenario wants to know. A scenario exports one function that gets
{page, browser, site, args} and returns what JSON can hold; that is printed. A request to another host, an
error in a script of the page or a breach of its policy makes the run fail, as in Chromium. A test that stands in
for another site gives its address as args.elsewhere. */
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const request = JSON.parse(await text(process.stdin));
const { default: scenario } = await import(pathToFileURL(path.resolve(process.argv[2])));
const faults = [];
const ours = address =>
  address.startsWith(`${request.site}/`) || address.startsWith(request.args.elsewhere ?? `${request.site}/`) || /^(about|blob|data|moz-extension|resource|chrome|file):/.test(address);

function watch(page) {
  page.on("request", sent => ours(sent.url()) || faults.push(`request to another host: ${sent.url()}`));
  page.on("pageerror", error => faults.push(`script error: ${error.message}`)); // breaches of the policy, too
}

const browser = await puppeteer.launch({
  browser: "firefox",
  protocol: "webDriverBiDi",
  executablePath: request.firefox,
  headless: true,
  defaultViewport: { width: request.width, height: request.height },
});
try {
  browser.on("targetcreated", async target => {
    const opened = await target.page().catch(() => null);
    if (opened) watch(opened);
  });
  const page = await browser.newPage();
  const result = await scenario({ page, browser, site: request.site, args: request.args });
  if (faults.length) throw new Error(faults.join("\n"));
  process.stdout.write(JSON.stringify(result ?? null));
} finally {
  await browser.close();
}
