import { useEffect, useState } from "preact/hooks";
import type { AuthorizationView, StoreView, TerminalView } from "../view.ts";
import { ApprovalPanel } from "./approval.tsx";
import { ask, type Refusal } from "./ask.ts";
import { Badge } from "./badge.tsx";
import { useTexts } from "./language.tsx";
import { ageText, refusalText, yuan } from "./texts.ts";

export interface Waiting {
  /** The backend's clock, milliseconds since 1970. */
  readonly now: number;
  readonly authorizations: readonly AuthorizationView[];
}

function Queue(props: { waiting: Waiting; onChoose: (chosen: AuthorizationView) => void }) {
  const { t, language } = useTexts();
  const { now, authorizations } = props.waiting;
  if (authorizations.length === 0) return <p class="empty">{t("nobodyWaits")}</p>;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("code")}</th>
            <th scope="col">{t("hostname")}</th>
            <th scope="col">{t("fingerprint")}</th>
            <th scope="col">{t("age")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {authorizations.map((row) => (
            <tr key={row.terminal}>
              <td class="code">
                <strong>{row.userCode}</strong>
              </td>
              <td>{row.hostname}</td>
              <td class="code">{row.fingerprint}</td>
              <td>{ageText(now - row.createdAt, language)}</td>
              <td class="end">
                <button type="button" onClick={() => props.onChoose(row)}>
                  {t("choose")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The code in the address, once: `?code=XXXX-XXXX` comes from the terminal's QR code. */
function takeCodeFromAddress(): string {
  const code = new URLSearchParams(location.search).get("code") ?? "";
  if (code !== "") history.replaceState(null, "", location.pathname);
  return code;
}

function CodeForm(props: { busy: boolean; first: string; onFind: (code: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(props.first);
  const submit = (event: Event) => {
    event.preventDefault();
    props.onFind(typed);
  };
  return (
    <form class="row" onSubmit={submit}>
      <label>
        {t("codeLabel")}
        <input
          class="code"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          placeholder="XXXX-XXXX"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
          required
        />
      </label>
      <button class="primary" type="submit" disabled={props.busy}>
        {t("find")}
      </button>
    </form>
  );
}

interface Props {
  readonly waiting: Waiting;
  readonly stores: readonly StoreView[];
  readonly onChange: () => void;
}

/** Waiting terminals, the code field, and the panel of the one that is looked at. */
export function Enrolment({ waiting, stores, onChange }: Props) {
  const { t, language } = useTexts();
  const [first] = useState(takeCodeFromAddress);
  const [chosen, setChosen] = useState<AuthorizationView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const find = async (code: string) => {
    setBusy(true);
    const path = `/authorizations/${encodeURIComponent(code)}`;
    const answer = await ask<AuthorizationView>("GET", path);
    setBusy(false);
    setMessage(null);
    setChosen("value" in answer ? answer.value : null);
    setRefusal("refusal" in answer ? answer.refusal : null);
  };
  useEffect(() => {
    if (first !== "") void find(first);
  }, [first]);
  const done = (said: string | null) => {
    setChosen(null);
    setMessage(said);
    onChange();
  };
  return (
    <section class="card">
      <header>
        <h2>{t("approve")}</h2>
        <p class="hint">{t("approveHint")}</p>
      </header>
      <CodeForm busy={busy} first={first} onFind={find} />
      <div role="alert">{refusal && <p class="alert">{refusalText(refusal, language)}</p>}</div>
      <div role="status">{message && <p class="done">{message}</p>}</div>
      {chosen === null ? (
        <Queue waiting={waiting} onChoose={setChosen} />
      ) : (
        <ApprovalPanel key={chosen.userCode} authorization={chosen} stores={stores} onDone={done} />
      )}
    </section>
  );
}

function FleetRow({ row }: { readonly row: TerminalView }) {
  const { t } = useTexts();
  return (
    <tr>
      <td>
        <strong>{row.storeName}</strong>
      </td>
      <td class="code">{row.tillNumber}</td>
      <td>
        {row.hostname} <small class="code">{row.fingerprint}</small>
      </td>
      <td>
        <Badge of={row.state} />
        {row.quarantined > 0 && (
          <span class="badge bad">
            {row.quarantined} {t("quarantined")}
          </span>
        )}
      </td>
      <td class="number">{row.acknowledgedSeq}</td>
      <td class="number">{row.salesCount}</td>
      <td class="number end">{yuan(row.salesTotal)}</td>
    </tr>
  );
}

/** Every terminal that has a till, with what the backend holds of it. */
export function Fleet({ terminals }: { readonly terminals: readonly TerminalView[] }) {
  const { t } = useTexts();
  return (
    <section class="card">
      <header>
        <h2>{t("fleet")}</h2>
      </header>
      {terminals.length === 0 && <p class="empty">{t("noFleet")}</p>}
      {terminals.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("store")}</th>
                <th scope="col">{t("till")}</th>
                <th scope="col">{t("hostname")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col" class="number">
                  {t("synced")}
                </th>
                <th scope="col" class="number">
                  {t("sales")}
                </th>
                <th scope="col" class="number end">
                  {t("total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {terminals.map((row) => (
                <FleetRow key={row.terminal} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
