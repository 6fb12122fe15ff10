import { useLayoutEffect, useState } from "preact/hooks";
import type { Language } from "#state/base/text.ts";
import { bench, useLive, useRack } from "./api.ts";
import { Box } from "./box.tsx";
import { Cables } from "./cables.tsx";
import { Display } from "./display.tsx";
import { Drawer } from "./drawer.tsx";
import { Faults } from "./faults.tsx";
import { Happenings } from "./happenings.tsx";
import { History } from "./history.tsx";
import { Printer } from "./printer.tsx";
import { Scale } from "./scale.tsx";
import { Scanner } from "./scanner.tsx";
import { Scenarios } from "./scenarios.tsx";
import { Usb } from "./usb.tsx";
import { sayIn } from "./words.ts";

const browserLanguage: Language = navigator.language.startsWith("zh") ? "zh" : "en";

/** The counter as a picture: scanner, printer and drawer, and what can go wrong with them. */
export function App() {
  const [language, setLanguage] = useState<Language>(browserLanguage);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { state, isConnected } = useLive();
  const rack = useRack();
  const say = sayIn(language);
  // Before the words are painted, so that a screen reader never speaks one language as the other.
  useLayoutEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say("title");
  }, [language]);
  const done = (asked: Promise<string | null>) => {
    asked.then(setTrouble);
  };
  const notice = isConnected ? trouble && say("refused") + trouble : say("lost");

  return (
    <>
      <header class="top">
        <h1>{say("title")}</h1>
        <p>{say("subtitle")}</p>
        <p class="notice" role="alert">
          {notice}
        </p>
        <LanguageSwitch language={language} choose={setLanguage} />
      </header>
      {state !== null && (
        <main class="counter">
          <Scanner rack={rack} scans={state.scanner.scans} language={language} done={done} />
          <div class="middle">
            <Display display={state.display} say={say} done={done} />
            <Printer state={state} say={say} done={done} />
          </div>
          <div class="side">
            <Drawer drawer={state.drawer} say={say} done={done} />
            <Scale scale={state.scale} say={say} done={done} />
            <Faults state={state} say={say} done={done} />
            <Cables lines={state.lines} say={say} done={done} />
            <Scenarios running={state.scenario} language={language} done={done} />
            <Usb state={state} say={say} done={done} />
            <Box box={state.box} say={say} done={done} />
            <History
              numbers={state.receipts.numbers}
              say={say}
              clear={() => done(bench.clearReceipts())}
            />
            <Happenings log={state.log} language={language} />
          </div>
        </main>
      )}
    </>
  );
}

export type Done = (asked: Promise<string | null>) => void;

interface LanguageSwitchProps {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

function LanguageSwitch({ language, choose }: LanguageSwitchProps) {
  return (
    <fieldset class="segments">
      <legend class="hidden">语言 / Language</legend>
      {(["zh", "en"] as const).map((each) => (
        <label key={each} lang={each === "zh" ? "zh-CN" : "en"}>
          <input
            type="radio"
            name="language"
            checked={language === each}
            onChange={() => choose(each)}
          />
          <span>{each === "zh" ? "中文" : "English"}</span>
        </label>
      ))}
    </fieldset>
  );
}
