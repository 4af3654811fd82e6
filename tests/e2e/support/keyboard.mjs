const mostSteps = 60;

/** Presses Tab, or another key, until the element has the focus; never touches it in any other way. */
export async function reach(locator, key = "Tab") {
  const page = locator.page();
  await locator.waitFor();
  for (let step = 0; step < mostSteps; ++step) {
    if (await locator.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${locator}`);
}

/** Reaches a button or link, and presses Enter on it. */
export async function press(locator, key = "Tab") {
  await reach(locator, key);
  await locator.page().keyboard.press("Enter");
}

/** Types into a field that has, or gets, the focus. */
export async function type(locator, text) {
  await reach(locator);
  await locator.page().keyboard.type(text);
}
