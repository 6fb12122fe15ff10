import { useState } from "preact/hooks";
import type { AuthorizationView, StoreView } from "../view.ts";
import { type Answer, ask, type Refusal } from "./ask.ts";
import { Badge } from "./badge.tsx";
import { useTexts } from "./language.tsx";
import { refusalText } from "./texts.ts";

interface Props {
  readonly authorization: AuthorizationView;
  readonly stores: readonly StoreView[];
  /** With what to tell the administrator; null when the panel was just closed. */
  readonly onDone: (message: string | null) => void;
}

interface Approval {
  readonly storeId: string;
  readonly tillNumber: string;
}

function StoreChoice(props: { store: StoreView; chosen: boolean; onChoose: () => void }) {
  const { store, chosen, onChoose } = props;
  return (
    <label class="choice">
      <input type="radio" name="store" checked={chosen} onChange={onChoose} />
      <strong>{store.name}</strong>
      <Badge of={store.certification} />
      <small>{store.address}</small>
    </label>
  );
}

function Facts({ authorization }: { readonly authorization: AuthorizationView }) {
  const { t } = useTexts();
  return (
    <dl class="facts">
      <div>
        <dt>{t("code")}</dt>
        <dd class="code">{authorization.userCode}</dd>
      </div>
      <div>
        <dt>{t("hostname")}</dt>
        <dd>{authorization.hostname}</dd>
      </div>
      <div>
        <dt>{t("fingerprint")}</dt>
        <dd class="code">{authorization.fingerprint}</dd>
      </div>
    </dl>
  );
}

/** One waiting terminal: what it is, where it shall go, yes or no. */
export function ApprovalPanel({ authorization, stores, onDone }: Props) {
  const { t, language } = useTexts();
  const [storeId, setStoreId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/authorizations/${authorization.userCode}`;
  const decide = async <T,>(question: Promise<Answer<T>>, say: (value: T) => string) => {
    setBusy(true);
    const answer = await question;
    setBusy(false);
    if ("value" in answer) onDone(say(answer.value));
    else setRefusal(answer.refusal);
  };
  const approve = (event: Event) => {
    event.preventDefault();
    const name = stores.find((store) => store.id === storeId)?.name ?? "";
    void decide(ask<Approval>("POST", `${path}/approve`, { storeId }), ({ tillNumber }) =>
      language === "zh"
        ? `已批准：${authorization.hostname} 是${name}的 ${tillNumber} 号机。`
        : `Approved: ${authorization.hostname} is till ${tillNumber} of ${name}.`,
    );
  };
  const deny = () => decide(ask<object>("POST", `${path}/deny`), () => t("denied"));
  return (
    <form class="approval" onSubmit={approve}>
      <Facts authorization={authorization} />
      <p class="hint">{t("compare")}</p>
      <fieldset>
        <legend>{t("pickStore")}</legend>
        {stores.map((store) => (
          <StoreChoice
            key={store.id}
            store={store}
            chosen={store.id === storeId}
            onChoose={() => setStoreId(store.id)}
          />
        ))}
      </fieldset>
      <div role="alert">{refusal && <p class="alert">{refusalText(refusal, language)}</p>}</div>
      <div class="row">
        <button class="primary" type="submit" disabled={busy || storeId === null}>
          {t("doApprove")}
        </button>
        <button class="danger" type="button" disabled={busy} onClick={deny}>
          {t("deny")}
        </button>
        <button type="button" onClick={() => onDone(null)}>
          {t("close")}
        </button>
      </div>
    </form>
  );
}
