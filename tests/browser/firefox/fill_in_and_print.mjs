/* Fills in forms and prints them on US Letter.

args are {paths, texts, scale, scripts}: the forms' addresses, and what to write into their fields, in turn. Without `scripts`
that of the forms does not come. Returns for each form {pdf}, in Base64, and {fields}, how many there were. */
export default async ({ page, site, args }) => {
  await page.setRequestInterception(true);
  page.on("request", sent => (!args.scripts && sent.url().includes("/fill_in") ? sent.abort() : sent.continue()));
  const printed = [];
  for (const path of args.paths) {
    await page.goto(site + path);
    const fields = await page.$$eval(
      "form.sheet textarea:not([hidden] textarea)",
      (all, texts) => {
        for (const [index, field] of all.entries()) {
          field.value = texts[index % texts.length];
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        return all.length;
      },
      args.texts,
    );
    const pdf = await page.pdf({ format: "letter", scale: args.scale });
    printed.push({ pdf: Buffer.from(pdf).toString("base64"), fields });
  }
  return printed;
};
