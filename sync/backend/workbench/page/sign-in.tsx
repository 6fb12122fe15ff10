import { useState } from "preact/hooks";
import type { SessionView } from "../view.ts";
import { ask, type Refusal } from "./ask.ts";
import { useTexts } from "./language.tsx";
import { refusalText } from "./texts.ts";

interface Props {
  readonly onSession: (session: SessionView) => void;
  readonly switcher: preact.ComponentChildren;
}

export function SignIn({ onSession, switcher }: Props) {
  const { t, language } = useTexts();
  const [staffNo, setStaffNo] = useState("");
  const [pin, setPin] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await ask<SessionView>("POST", "/sign-in", { staffNo, pin });
    setBusy(false);
    if ("value" in answer) return onSession(answer.value);
    setPin("");
    setRefusal(answer.refusal);
  };
  return (
    <div class="door">
      <form class="card" onSubmit={submit}>
        <div class="top">
          <h1>
            {t("brand")} · {t("workbench")}
          </h1>
          {switcher}
        </div>
        <p class="hint">{t("signInHint")}</p>
        <label>
          {t("staffNo")}
          <input
            value={staffNo}
            onInput={(event) => setStaffNo(event.currentTarget.value.trim())}
            autocomplete="username"
            pattern="\w{1,50}"
            required
          />
        </label>
        <label>
          {t("pin")}
          <input
            type="password"
            value={pin}
            onInput={(event) => setPin(event.currentTarget.value)}
            autocomplete="current-password"
            inputMode="numeric"
            pattern="\d{6}"
            maxLength={6}
            required
          />
        </label>
        <div role="alert">{refusal && <p class="alert">{refusalText(refusal, language)}</p>}</div>
        <button class="primary" type="submit" disabled={busy}>
          {t("signIn")}
        </button>
      </form>
    </div>
  );
}
