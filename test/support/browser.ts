import executable from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

/**
 * Of the package's own arguments, not these: in one process the browser dies with the first page
 * closed, and without web security it neither sends an origin nor guards one.
 */
const unwanted = [
  "--single-process",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
];
const packageArguments = executable.args.filter((argument) => !unwanted.includes(argument));

/** A real Chromium for tests and pictures; the browser is inside the package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable.executablePath(),
    args: [
      ...packageArguments,
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
    headless: true,
  });
}

export interface PageOptions {
  readonly width: number;
  readonly height: number;
  /** What the browser speaks, such as `zh-CN`. */
  readonly locale: string;
  /** Lets a test inject its own script, such as axe; the page's own policy is off then. */
  readonly bypassCSP?: boolean;
  readonly hasTouch?: boolean;
}

/** A page in a context of its own: nothing is remembered from one page to the next. */
export async function openPage(browser: Browser, url: string, options: PageOptions): Promise<Page> {
  const { width, height, locale, bypassCSP = false, hasTouch = false } = options;
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, locale, bypassCSP, hasTouch });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  return page;
}

/** Everything that the page complains of, in the order it does. */
export function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return complaints;
}
