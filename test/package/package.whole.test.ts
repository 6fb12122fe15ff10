import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sharedFolder } from "#test/support/folder.ts";
import { examplesIn } from "#test/support/page-examples.ts";
import { install, judgeTypes, run, top } from "./installed.ts";
import type { Manifest } from "./manifest.ts";

/** Another project that has installed what `npm run package` writes. */
const project = sharedFolder();
const inPackage = join(project, "node_modules/guitai");
const guitai = join(project, "node_modules/.bin/guitai");
const examples = examplesIn("docs/simulator.md", "ts");
let tarball: string;
let manifest: Manifest;
let files: readonly string[];

beforeAll(async () => {
  tarball = (await run(top, "npm", "run", "--silent", "package")).trim();
  manifest = await install(tarball, project);
  files = readdirSync(inPackage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(inPackage.length + 1));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  for (const [index, text] of examples.entries()) {
    writeFileSync(join(project, `example-${index}.ts`), text);
  }
});

describe("the tarball holds", () => {
  test("programs, declarations, documents and pages, and nothing else", () => {
    const kinds = [
      ...[
        /^(drivers|runtime|simulator|state|sync)\/.*\.(js|d\.ts)$/,
        /^runtime\/cli\/guitai\.mjs$/,
      ],
      ...[/^docs\/.*\.(md|json|scenario)$/, /^simulator\/DESIGN\.md$/, /^(package\.json|LICENSE)$/],
      ...[/^build\/pages\/(bench|counter|workbench)\//, /^build\/pages\/LICENSE-/],
    ];
    const others = files.filter((file) => !kinds.some((kind) => kind.test(file)));

    expect(others).toEqual([]);
    expect(files.filter((file) => /\.test\.|\.map$|(^|\/)\./.test(file))).toEqual([]);
    for (const page of ["bench", "counter", "workbench"]) {
      expect(files).toContain(`build/pages/${page}/index.html`);
    }
  });

  test("no more than 20 MB, of which most is the pages' font", () => {
    const fonts = files.filter((file) => file.endsWith(".woff2"));
    const sizeOf = (file: string) => statSync(join(inPackage, file)).size;
    const fontBytes = fonts.reduce((sum, file) => sum + sizeOf(file), 0);

    expect(statSync(tarball).size).toBeLessThan(20e6);
    expect(statSync(tarball).size - fontBytes).toBeLessThan(2e6);
  });

  test("no path of the machine that made it", () => {
    const texts = files.filter((file) => !file.endsWith(".woff2"));
    const told = texts.filter((file) => readFileSync(join(inPackage, file), "utf8").includes(top));

    expect(told).toEqual([]);
  });

  test("no source by its old name: `import.meta.resolve` of a # name is what is answered", () => {
    const sources = files
      .filter((file) => file.endsWith(".js") && !file.startsWith("build/"))
      .filter((file) => /"\.[^"\n]*\.tsx?"/.test(readFileSync(join(inPackage, file), "utf8")));

    expect(sources).toEqual([]);
  });

  test("imports of packages that it names, but for the page builder's, which rests", () => {
    const imported = files
      .filter((file) => file.endsWith(".js") && !file.startsWith("build/"))
      .flatMap((file) => {
        const text = readFileSync(join(inPackage, file), "utf8");
        return [...text.matchAll(/\b(?:from |import |import\()"([^"#.\n][^"\n]*)"/g)];
      })
      .map(([, specifier = ""]) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? "")
      .filter((name) => !name.startsWith("node:"));

    expect(imported).toContain("fastify");
    const unnamed = new Set(imported.filter((name) => !(name in manifest.dependencies)));
    expect([...unnamed]).toEqual(["vite"]);
  });
});

describe("another project", () => {
  const strict = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ module: "nodenext", target: "es2023", noEmit: true, types: ["node"] },
  };

  test("has types for every door, and they judge", async () => {
    const doors = Object.keys(manifest.exports).map((name) => name.replace("./", "guitai/"));
    const lines = doors.map((name, index) => `export * as door${index} from "${name}";`);
    writeFileSync(join(project, "doors.ts"), lines.join("\n"));
    const config = { compilerOptions: strict, include: ["doors.ts", "example-*.ts"] };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
    await judgeTypes(project, "tsconfig.json");

    const wrong = 'import { virtualCounter } from "guitai/simulator"; virtualCounter().bell();';
    writeFileSync(join(project, "wrong.ts"), wrong);
    const narrow = { compilerOptions: strict, files: ["wrong.ts"] };
    writeFileSync(join(project, "wrong.json"), JSON.stringify(narrow));
    await expect(judgeTypes(project, "wrong.json")).rejects.toThrow(/TS2339.*'bell'/);
  });

  test("finds four examples on the page, all of which are run here", () => {
    expect(examples).toHaveLength(4);
  });

  test.each([
    ["virtualCounter(", "Total 12.50\n]E06901234567892\nwent off line false\n"],
    ['host.play(parseScenario("on 2 lines', "32\npassed\n"],
    ["webUsb(", "transferOut error: Stall\nclaimInterface error: interface is busy (errno 16)\n"],
    ["nodeHid(", "64 6901234567892\n"],
  ])("runs the page's example with %s", async (words, said) => {
    const index = examples.findIndex((text) => text.includes(words));

    expect(await run(project, process.execPath, `example-${index}.ts`)).toBe(said);
  });

  test("may run the test kit on Node 20, which knows ECMAScript 2023 and not more", async () => {
    const checkout = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as Manifest;
    const config = {
      extends: join(top, "tsconfig.json"),
      compilerOptions: {
        ...{ lib: ["es2023", "dom", "dom.iterable"], incremental: false, tsBuildInfoFile: null },
        typeRoots: [join(top, "node_modules/@types")],
      },
      files: Object.values(checkout.exports).map((file) => join(top, file)),
      include: [],
    };
    writeFileSync(join(project, "node-20.json"), JSON.stringify(config));

    await judgeTypes(project, "node-20.json");
  });

  test("runs guitai sim, with its page and its API", async () => {
    const simulator = spawn(guitai, ["sim", "--json", "--port", "0"], { cwd: project });
    onTestFinished(() => void simulator.kill());
    const [line] = await once(simulator.stdout, "data");
    const { url } = JSON.parse(String(line));
    const opened = await fetch(`${url}api/drawer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"open":true}',
    });
    const page = await fetch(url);
    const scenarios = await fetch(`${url}api/scenarios`);

    expect(await opened.json()).toMatchObject({ drawer: { open: true, openings: 1 } });
    expect(await page.text()).toContain('<div id="bench">');
    expect(await scenarios.json()).toHaveLength(8);
    const ended = once(simulator, "exit");
    simulator.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });

  test("runs guitai devices and guitai doctor", async () => {
    expect(await run(project, guitai, "devices")).toContain("generic-80mm");
    const said = await run(project, guitai, "doctor", "--json").catch(String);

    for (const name of ["serialport", "node-hid", "usb"]) expect(said).toContain(`${name} loads`);
    expect(said).toContain("as pinned");
  });
});
