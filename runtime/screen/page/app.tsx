import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Language } from "#state/base/text.ts";
import type { CounterView, LifeView, Notice } from "../view.ts";
import { Activation } from "./activation/activation.tsx";
import { AskingContext } from "./asking.ts";
import { type Counter, useCounter } from "./counter.ts";
import { Header } from "./header.tsx";
import { initialLanguage, rememberLanguage, SpeechContext } from "./language.tsx";
import { common } from "./messages.ts";
import { Announcer } from "./notice.tsx";
import { Selling } from "./selling/selling.tsx";
import { SignedOff } from "./signed-off.tsx";
import { beep, remind } from "./sound.ts";
import { StatusBar } from "./status-bar.tsx";
import { Veil } from "./veil.tsx";

export function App() {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  const counter = useCounter();
  const notice = noticeOf(counter);
  useEffect(() => rememberLanguage(language), [language]);
  useBeep(counter.view);
  useReminder(counter.view);
  useKeepFocus();
  const speech = useMemo(
    () => ({
      language,
      say: (text: { zh: string; en: string }) => text[language],
      switchLanguage: () => setLanguage(language === "zh" ? "en" : "zh"),
    }),
    [language],
  );
  const asking = {
    isBusy: counter.isBusy,
    notice,
    send: counter.send,
    dismiss() {
      if (counter.misunderstanding !== null) counter.forgetMisunderstanding();
      else void counter.send({ type: "dismiss" });
    },
  };
  useEscape(counter.view?.life.stage !== "signed-in" && notice !== null, asking.dismiss);
  return (
    <SpeechContext.Provider value={speech}>
      <AskingContext.Provider value={asking}>
        <Announcer notice={notice} />
        {counter.isBroken ? <Veil /> : null}
        {counter.view === null ? null : <Screen view={counter.view} />}
      </AskingContext.Provider>
    </SpeechContext.Provider>
  );
}

function Screen({ view }: { readonly view: CounterView }) {
  return (
    <div class="frame" data-seq={view.seq}>
      <Header life={view.life} />
      <Stage life={view.life} view={view} />
      <StatusBar view={view} />
    </div>
  );
}

function Stage({ life, view }: { readonly life: LifeView; readonly view: CounterView }) {
  if (life.stage === "signed-in") return <Selling sale={life.sale} drawer={view.devices.drawer} />;
  if (life.stage === "signed-off") return <SignedOff staff={life.staff} />;
  const printerTrouble = view.printing.trouble ?? view.devices.printer.advice;
  const { reachable } = view.uplink;
  return <Activation life={life} isReachable={reachable} printerTrouble={printerTrouble} />;
}

/** The terminal counts its notices upwards from 1; the page's own are counted downwards. */
function noticeOf({ view, misunderstanding }: Counter): Notice | null {
  if (misunderstanding === null) return view?.notice ?? null;
  const number = -misunderstanding;
  return { number, code: "page/misunderstood", severity: "error", ...common.misunderstood };
}

/** A short beep for each thing that goes into the basket. */
function useBeep(view: CounterView | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (view === null || view.life.stage !== "signed-in") return;
    const { phase, lines } = view.life.sale;
    const isOpen = phase === "items" || phase === "tendering";
    const inBasket = isOpen ? lines.reduce((sum, { quantity }) => sum + quantity, 0) : 0;
    if (before.current !== null && inBasket > before.current) beep();
    before.current = inBasket;
  }, [view]);
}

/** A beep for each one that the terminal has counted since this page came up. */
function useReminder(view: CounterView | null): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (view === null) return;
    const { count = 0, hertz = 0, milliseconds = 0 } = view.drawerBeep ?? {};
    if (before.current !== null && count > before.current) remind(hertz, milliseconds);
    before.current = count;
  }, [view]);
}

/** A tap does not take the focus: Enter would otherwise press the last button touched again. */
function useKeepFocus(): void {
  useEffect(() => {
    const keep = (event: MouseEvent) => {
      const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
      if (isOnButton) event.preventDefault();
    };
    document.addEventListener("mousedown", keep);
    return () => document.removeEventListener("mousedown", keep);
  }, []);
}

/** The selling screen gives Esc more than one meaning and sees to it itself. */
function useEscape(isWanted: boolean, dismiss: () => void): void {
  useLayoutEffect(() => {
    if (!isWanted) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.repeat) dismiss();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
