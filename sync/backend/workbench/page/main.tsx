import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { Language } from "#state/base/text.ts";
import type { SessionView, StaffView, StoreView, TerminalView } from "../view.ts";
import { ask, type Refusal } from "./ask.ts";
import { firstLanguage, LanguageContext, useTexts } from "./language.tsx";
import { Staff, Stores } from "./lists.tsx";
import { SignIn } from "./sign-in.tsx";
import { Enrolment, Fleet, type Waiting } from "./terminals.tsx";
import { refusalText } from "./texts.ts";

/** Milliseconds between two looks at the backend. */
const refreshEvery = 2_000;
const pages = ["terminals", "stores", "staff"] as const;
type Page = (typeof pages)[number];

interface Shown {
  readonly waiting: Waiting;
  readonly terminals: readonly TerminalView[];
  readonly stores: readonly StoreView[];
  readonly staff: readonly StaffView[];
}

const nothing: Shown = {
  waiting: { now: 0, authorizations: [] },
  terminals: [],
  stores: [],
  staff: [],
};

async function look(): Promise<Shown | Refusal> {
  const [waiting, terminals, stores, staff] = await Promise.all([
    ask<Waiting>("GET", "/authorizations"),
    ask<Pick<Shown, "terminals">>("GET", "/terminals"),
    ask<Pick<Shown, "stores">>("GET", "/stores"),
    ask<Pick<Shown, "staff">>("GET", "/staff"),
  ]);
  if ("refusal" in waiting) return waiting.refusal;
  if ("refusal" in terminals) return terminals.refusal;
  if ("refusal" in stores) return stores.refusal;
  if ("refusal" in staff) return staff.refusal;
  return { waiting: waiting.value, ...terminals.value, ...stores.value, ...staff.value };
}

/** What the backend holds, looked at again and again while the page is open. */
function useShown(onSignedOut: () => void) {
  const [shown, setShown] = useState(nothing);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const refresh = useCallback(async () => {
    const seen = await look();
    setRefusal("code" in seen ? seen : null);
    if (!("code" in seen)) setShown(seen);
    else if (seen.code === "sign-in/required") onSignedOut();
  }, [onSignedOut]);
  useEffect(() => {
    void refresh();
    const timer = setInterval(refresh, refreshEvery);
    return () => clearInterval(timer);
  }, [refresh]);
  return { shown, refusal, refresh };
}

interface DeskProps {
  readonly session: SessionView;
  readonly onSignedOut: () => void;
  readonly switcher: preact.ComponentChildren;
}

function Desk({ session, onSignedOut, switcher }: DeskProps) {
  const { t, language } = useTexts();
  const [page, setPage] = useState<Page>("terminals");
  const { shown, refusal, refresh } = useShown(onSignedOut);
  const signOut = async () => {
    await ask("POST", "/sign-out");
    onSignedOut();
  };
  return (
    <>
      <header class="bar">
        <h1 class="brand">
          {t("brand")}
          <small>{session.enterpriseName}</small>
        </h1>
        <nav class="tabs" aria-label={t("workbench")}>
          {pages.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === page ? "page" : undefined}
              onClick={() => setPage(name)}
            >
              {t(name)}
            </button>
          ))}
        </nav>
        <div class="who">
          <span>{session.name}</span>
          {switcher}
          <button class="plain" type="button" onClick={signOut}>
            {t("signOut")}
          </button>
        </div>
      </header>
      <main>
        <div role="alert">{refusal && <p class="alert">{refusalText(refusal, language)}</p>}</div>
        {page === "terminals" && (
          <>
            <Enrolment waiting={shown.waiting} stores={shown.stores} onChange={refresh} />
            <Fleet terminals={shown.terminals} />
          </>
        )}
        {page === "stores" && <Stores stores={shown.stores} onChange={refresh} />}
        {page === "staff" && <Staff staff={shown.staff} />}
      </main>
    </>
  );
}

function LanguageButton(props: { language: Language; onSwitch: (language: Language) => void }) {
  const { t } = useTexts();
  const other = props.language === "zh" ? "en" : "zh";
  return (
    <button
      class="plain"
      type="button"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => props.onSwitch(other)}
    >
      {t("otherLanguage")}
    </button>
  );
}

function Workbench() {
  const [language, setLanguage] = useState(firstLanguage);
  const [session, setSession] = useState<SessionView | "unknown" | null>("unknown");
  const signedOut = useCallback(() => setSession(null), []);
  useEffect(() => {
    ask<SessionView>("GET", "/session").then((answer) =>
      setSession("value" in answer ? answer.value : null),
    );
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = language === "zh" ? "柜台 · 工作台" : "Guitai Workbench";
  }, [language]);
  const choose = (chosen: Language) => {
    localStorage.setItem("language", chosen);
    setLanguage(chosen);
  };
  const switcher = <LanguageButton language={language} onSwitch={choose} />;
  return (
    <LanguageContext.Provider value={language}>
      {session === null && <SignIn onSession={setSession} switcher={switcher} />}
      {session !== null && session !== "unknown" && (
        <Desk session={session} onSignedOut={signedOut} switcher={switcher} />
      )}
    </LanguageContext.Provider>
  );
}

const place = document.getElementById("workbench");
if (place !== null) render(<Workbench />, place);
