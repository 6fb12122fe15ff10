import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import executable from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { buildPages } from "#runtime/host/pages.ts";
import { type MemoryBench, memoryBench } from "#simulator/bench/memory-bench.ts";
import { readRack } from "#simulator/bench/rack.ts";
import { type BenchServer, startBench } from "#simulator/bench/server.ts";
import { fromHex } from "#test/support/hex.ts";

const pageFolder = fileURLToPath(new URL("../../build/pages/bench", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** With this argument of the package the browser sends no Origin, which no real browser does. */
const isUnfit = (argument: string) => argument === "--disable-web-security";

let browser: Browser;
let bench: MemoryBench;
const COVER_SCENARIO =
  "# 盖子 / The cover\nopen cover\nat 2s close cover\nexpect printer offline\n";

let server: BenchServer;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  await buildPages();
  const args = executable.args.filter((argument) => !isUnfit(argument));
  browser = await chromium.launch({
    executablePath: await executable.executablePath(),
    args: [...args, "--no-sandbox", "--disable-background-networking", "--no-first-run"],
  });
  bench = memoryBench();
  const scenarios = [{ name: "mine.scenario", title: "盖子 / The cover", text: COVER_SCENARIO }];
  const options = { host: bench.host, rack: readRack(null), scenarios, pageFolder, port: 0 };
  server = await startBench(options);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
  });
  page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(server.url);
  await page.waitForSelector(".rack button");
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(() => {
  bench.scanner.heard();
});

test("a click on a label of the rack is a scan", async () => {
  await page.getByRole("button", { name: "6901234567892" }).click();

  await vi.waitFor(() => {
    expect(new TextDecoder().decode(bench.scanner.heard())).toBe("]E06901234567892\r");
  });
});

test("a typed code is scanned with the Enter key", async () => {
  await page.getByLabel("任意条码").fill("A-17");
  await page.keyboard.press("Enter");

  await vi.waitFor(() => {
    expect(new TextDecoder().decode(bench.scanner.heard())).toBe("]C0A-17\r");
  });
});

test("paper comes out as a picture, is torn off and can be looked at again", async () => {
  bench.printer.send(fromHex("b9 f1 cc a8 0a 1d 56 42 60"));
  bench.clock.advance(10_000);

  await page.locator(".outlet .paper text", { hasText: "柜" }).waitFor();
  await page.getByRole("button", { name: "撕下小票" }).click();
  await page.locator(".outlet .paper").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "小票 № 1" }).click();

  await page.locator("dialog[open] text", { hasText: "台" }).waitFor();
  await page.keyboard.press("Escape");
});

test("the drawer is pushed shut with a click", async () => {
  bench.printer.send(fromHex("1b 70 00 19 fa"));

  await page.getByRole("button", { name: "已打开，点击推回" }).click();

  await vi.waitFor(() => expect(bench.host.state.drawer.open).toBe(false));
});

test("the customer display shows what was written, and goes dark without power", async () => {
  bench.display.send(new TextEncoder().encode("\u001bQATEA             1.00\r"));
  await page.getByRole("img", { name: /^TEA +1\.00/ }).waitFor();

  await page.getByLabel("断电", { exact: true }).check();
  await page.getByRole("img", { name: "不亮" }).waitFor();
  await page.getByLabel("断电", { exact: true }).uncheck();

  await page.getByLabel("指令集").selectOption("LED8");
  await vi.waitFor(() => {
    expect(bench.host.state.display).toMatchObject({ power: "on", speaks: "led8" });
  });
  bench.display.send(new TextEncoder().encode("\u001bs4\u001bQA7.50\r"));
  await page.getByRole("img", { name: "找零 7.50" }).waitFor();
});

test("the customer display shows how it is lit, and blinks for nobody who minds", async () => {
  const animation = () => {
    return page
      .locator(".rows i")
      .first()
      .evaluate((cell) => getComputedStyle(cell).animation);
  };
  await page.getByLabel("指令集").selectOption("epson-dm-d");
  await vi.waitFor(() => expect(bench.host.state.display.speaks).toBe("epson-dm-d"));
  bench.display.send(fromHex("41 1f 58 02 1f 45 05 1f 23 01 13 1b 57 01 01 0e 02 14 02"));

  await page.getByText("亮度 2/4 · 闪烁 250 + 250 ms · 窗口 1 · 指示灯 19").waitFor();
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await animation()).toContain("cells-dark");
  expect(await animation()).toContain("0.5s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await animation()).not.toContain("cells-dark");
  await page.emulateMedia({ reducedMotion: null });

  bench.display.send(fromHex("1f 45 ff"));
  await page.getByRole("img", { name: "不亮" }).waitFor();
});

test("goods are put on the scale with a click, and what it shows is in kilograms", async () => {
  await page.getByRole("button", { name: "0.540 kg" }).click();

  await page.locator(".weight", { hasText: "0.540 kg" }).waitFor();
  expect(bench.host.state.scale.grams).toBe(540);
});

test("the drawer with a line of its own is folded up, and works", async () => {
  await page.locator(".box summary").click();
  await page.getByRole("button", { name: "用钥匙打开", exact: true }).click();
  await page.locator(".box-state", { hasText: "已打开" }).waitFor();

  await page.locator(".box").getByRole("switch", { name: "开关卡死" }).focus();
  await page.keyboard.press("Space");

  await vi.waitFor(() =>
    expect(bench.host.state.box).toMatchObject({ open: true, switchStuck: true }),
  );
});

test("faults are switches that a keyboard reaches", async () => {
  await page.getByRole("switch", { name: "上盖打开" }).focus();
  await page.keyboard.press("Space");
  await vi.waitFor(() => expect(bench.host.state.printer.cover).toBe("open"));
  await page.getByRole("radio", { name: "缺纸" }).check();
  await vi.waitFor(() => expect(bench.host.state.printer.paper).toBe("out"));

  await page.locator(".lamps", { hasText: "脱机" }).waitFor();
});

test("a cable is spoiled with a switch, is marked, and is mended", async () => {
  await page.locator(".cables summary").click();
  await page.getByRole("switch", { name: "应答晚 0.5 秒" }).focus();
  await page.keyboard.press("Space");
  await vi.waitFor(() => expect(bench.host.state.lines.printer.toHost.delayMs).toBe(500));
  await page.locator(".cables summary", { hasText: "小票打印机" }).waitFor();

  await page.getByLabel("设备").selectOption("扫码枪");
  await page.getByRole("button", { name: "断电 1 秒" }).click();
  await vi.waitFor(() => expect(bench.host.state.lines.scanner.hasPower).toBe(false));
  bench.clock.advance(1000);
  await page.getByLabel("设备").selectOption("小票打印机");
  await page.getByRole("button", { name: "修好" }).click();

  await page.locator(".cables summary", { hasText: "完好" }).waitFor();
});

test("a USB device is pulled and plugged again, and the others stay", async () => {
  const pulled = () => bench.host.usb.slots.map(({ isPlugged }) => !isPlugged);
  await page.locator(".usb-panel summary").click();
  const first = page.locator(".usb li").first().getByRole("switch", { name: "拔出" });

  await first.focus();
  await page.keyboard.press("Space");
  await vi.waitFor(() => expect(pulled()).toEqual([true, ...Array(6).fill(false)]));
  await expect.poll(() => first.isChecked()).toBe(true);

  await page.keyboard.press("Space");
  await vi.waitFor(() => expect(pulled()).toEqual(Array(7).fill(false)));
});

test("a switch turned twice before the bench tells how it is ends as it began", async () => {
  const asked: unknown[] = [];
  await page.route("**/api/usb/**", (route) => {
    asked.push(route.request().postDataJSON());
    return route.fulfill({ json: {} });
  });

  await page.locator(".usb li").first().getByRole("switch", { name: "拔出" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");

  await vi.waitFor(() => expect(asked).toEqual([{ plugged: false }, { plugged: true }]));
  await page.unroute("**/api/usb/**");
});

test("what hangs on USB alone is reached, and a plug is held", async () => {
  const panel = page.locator(".usb-panel");
  bench["hid-scanner"].send(fromHex("03 fe 01"));
  await panel.getByRole("button", { name: "放到窗口前" }).click();
  bench["hid-scanner"].send(fromHex("02 fd 03 16 54 0d"));
  bench["oem-scanner"].send(fromHex(`02 00 11${" 00".repeat(10)}`));
  await panel.getByRole("button", { name: "扫描" }).click();
  await panel.getByRole("button", { name: "键入" }).click();
  await panel.getByRole("button", { name: "用钥匙打开" }).click();
  await panel.getByRole("switch", { name: "被别的程序占用" }).focus();
  await page.keyboard.press("Space");

  await vi.waitFor(() => {
    const { hidScanner, oemScanner, keyboard, hidDrawer, usb } = bench.host.state;
    expect([hidScanner, oemScanner, keyboard].map(({ scans }) => scans)).toEqual([1, 1, 1]);
    expect(hidDrawer.open).toBe(true);
    expect(usb[0]).toMatchObject({ name: "printer", isHeld: true });
  });
});

test("a running scenario is stopped", async () => {
  await page.getByText("剧本", { exact: true }).click();
  await page.getByRole("button", { name: "播放" }).click();
  await page.getByRole("button", { name: "中止" }).click();

  await vi.waitFor(() => expect(bench.host.state.scenario?.outcome).toBe("stopped"));
  await page.getByText("剧本", { exact: true }).click();
});

test("a scenario is played, tells its line, and why it failed", async () => {
  bench.host.act("printer", { kind: "paper", paper: "ok" });
  await page.getByText("剧本", { exact: true }).click();
  await page.getByLabel("剧本").selectOption("盖子");
  await page.getByRole("button", { name: "播放" }).click();
  await page.locator(".scenario-line", { hasText: "mine.scenario:3" }).waitFor();
  expect(bench.host.state.printer.cover).toBe("open");

  bench.clock.advance(10_000);

  await page.locator(".scenario-failure", { hasText: "mine.scenario:4" }).waitFor();
});

test("the page speaks English on request", async () => {
  await page.getByRole("radio", { name: "English" }).check();

  await page.getByRole("heading", { level: 1, name: "Counter bench" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

test("nothing breaks WCAG 2.2 AA as far as a program can tell, or complains", async () => {
  // Evaluated, not added as a script: the page's own policy stays on.
  await page.evaluate(axe);
  const violations = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })" +
      ".then((result) => result.violations.map((each) => each.id))",
  );

  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
});
