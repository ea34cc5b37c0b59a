// SPDX-License-Identifier: MIT
// page.js FILE.html: what a reader with a mouse, a keyboard, a finger, a small screen or no script
// finds on a page. Uses playwright-core with the browser of the system; exits 77 without either.
let playwright;
try {
    playwright = require("playwright-core");
} catch (failure) {
    console.log("skipped: playwright-core is not installed (npm install playwright-core)");
    process.exit(77);
}
const fs = require("fs");
const browserPath = process.env.BROWSER || "/usr/bin/chromium";
if (!fs.existsSync(browserPath)) {
    console.log("skipped: " + browserPath + " is not installed");
    process.exit(77);
}
let nFailed = 0;
function check(isGood, what) {
    if (!isGood) {
        console.error("not ok: " + what);
        nFailed++;
    }
}

async function open(browser, options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const seen = { requests: [], errors: [] };
    page.on("request", (request) => seen.requests.push(request.url()));
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("console", (m) => m.type() === "error" && seen.errors.push(m.text()));
    await page.goto("file://" + process.argv[2]);
    return { context, page, seen };
}

async function withMouseAndKeys(browser) {
    const { context, page, seen } = await open(browser, { viewport: { width: 1280, height: 900 } });
    const spots = page.locator(".spot");
    const n = await spots.count();
    check(n > 1, "there are spots: " + n);
    check((await page.locator(".tip:visible").count()) === 0, "nothing is told before it is asked for");
    await spots.nth(n - 1).hover(); // the smallest lies above the others
    check(await page.locator(".tip").nth(n - 1).isVisible(), "a spot tells when the pointer is on it");
    await page.mouse.move(1, 1);
    // the keyboard alone: from the top of the page to the first spot and on
    await page.keyboard.press("Tab");
    for (let i = 0; i < 3 && !(await page.evaluate(() => document.activeElement.className)).includes("spot"); i++)
        await page.keyboard.press("Tab");
    check((await page.locator(".tip:visible").count()) === 1, "the focus of the keyboard tells");
    const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    check(label && label.length > 3, "a spot has a name: " + label);
    const told = await page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent);
    check(/In the table/.test(told), "and a description");
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => document.activeElement.getAttribute("href"));
    check(/^#i\d+$/.test(link || ""), "the next stop is the way to the table: " + link);
    await page.keyboard.press("Enter");
    check((await page.locator("tr:target").count()) === 1, "the row is found");
    await page.keyboard.press("Escape");
    // sorting
    const killed = page.locator("thead th.n button");
    await killed.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const values = await page.locator("td.n").allTextContents();
    const numbers = values.map((value) => parseFloat(value) || 0);
    check(numbers.every((value, i) => i === 0 || numbers[i - 1] >= value), "the table is sorted: " + numbers);
    check((await page.locator("th.n").getAttribute("aria-sort")) === "descending", "and says so");
    check(seen.requests.length === 1, "one request: " + seen.requests);
    check(seen.errors.length === 0, "no errors: " + seen.errors);
    check((await page.locator("svg[role=img]").count()) === 1, "the map is a picture with a name");
    check((await page.locator("h1").count()) === 1, "there is one heading");
    await context.close();
    return n;
}

async function withFinger(browser) {
    const { context, page } = await open(browser, {
        viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true, javaScriptEnabled: false,
    });
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]).catch(() => null);
    check(wide === null || wide[0] <= wide[1] + 1, "the page is as wide as the small screen: " + wide);
    const spot = page.locator(".spot").last();
    await spot.scrollIntoViewIfNeeded();
    const box = await spot.boundingBox();
    check(box.width >= 23 && box.height >= 23, "a finger can hit a spot: " + box.width);
    await spot.tap();
    const tip = page.locator(".tip").last();
    check(await tip.isVisible(), "a tap tells, without a script");
    const rows = await page.locator("tbody tr").count();
    check(rows > 1, "the table is there without a script: " + rows);
    check((await page.locator("th button").count()) === 0, "no buttons that do nothing");
    await context.close();
}

(async () => {
    const browser = await playwright.chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
    const n = await withMouseAndKeys(browser);
    await withFinger(browser);
    await browser.close();
    console.log(n + " spots looked at");
    process.exit(nFailed > 0 ? 1 : 0);
})();
